package io.skyholm.events.compute;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.skyholm.events.Fact;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a context has of an instance that is offered to another tenant. */
@JsonClassDescription("What a context has of an instance that is offered to another tenant, and whether it can go.")
public record InstanceGoodsFact(
        @JsonPropertyDescription("The id of the offer.") UUID id,

        @JsonPropertyDescription("Counts the answers to this offer; ignore what is not newer than what you hold.")
        long generation,

        @JsonPropertyDescription("Always absent: what one of the two tenants lacks is no business of the other's.")
        @Nullable UUID tenantId,

        UUID instanceId,
        @JsonPropertyDescription("Who tells it.") GoodsContext context,

        @JsonPropertyDescription("Which acceptance of the offer it answers; 0 where it was only looked at.")
        long attempt,

        @JsonPropertyDescription("What it takes of quotas, by the names that they have for it.")
        Map<String, Long> counts,

        @JsonPropertyDescription(
                "Why it cannot go now, for a person; absent where it can, and once it was accepted, where it is prepared.")
        @Nullable String refusal,

        @JsonPropertyDescription(
                "Whether the reason concerns the tenant that accepted it, and not the one that offers it.")
        boolean refusedByReceiver)
        implements Fact {}
