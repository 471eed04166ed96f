package io.skyholm.events.network;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.skyholm.events.Fact;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A security group as every service may know it. */
@JsonClassDescription("A security group: the traffic that ports let through, with all that answers it.")
public record SecurityGroupFact(
        UUID id,

        @JsonPropertyDescription(
                "Counts the changes of this security group; ignore what is not newer than what you hold.")
        long generation,

        UUID tenantId,

        @JsonPropertyDescription("Unique among its tenant's.")
        String name,

        @Nullable String description,

        @JsonPropertyDescription("Whether it guards the tenant's ports that name no group.")
        boolean isDefault,

        List<SecurityRule> rules,
        Instant createdAt,
        Instant updatedAt,

        @JsonPropertyDescription("The user who created it; absent where the platform did.") @Nullable UUID createdBy,

        @JsonPropertyDescription("The user who changed it last; absent where the platform did.") @Nullable UUID updatedBy,

        @JsonPropertyDescription("Present exactly when it is deleted.") @Nullable Instant deletedAt)
        implements Fact {}
