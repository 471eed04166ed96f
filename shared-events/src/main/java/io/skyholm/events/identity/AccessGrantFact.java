package io.skyholm.events.identity;

import static java.util.Collections.unmodifiableSortedSet;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.skyholm.events.Fact;
import io.skyholm.events.access.Permission;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An operator's request to work in a tenant, with the tenant's answer, as every service needs it to let them in. */
@JsonClassDescription("An operator's request to work in a tenant for a while, and what the tenant answered.")
public record AccessGrantFact(
        @JsonPropertyDescription("Sent as X-Access-Grant with each call under it.")
        UUID id,

        @JsonPropertyDescription("Counts the changes of this grant; ignore what is not newer than what you hold.")
        long generation,

        @JsonPropertyDescription("The tenant that is asked, and in which the operator may work.")
        UUID tenantId,

        @JsonPropertyDescription("The user who asks, and who alone can use it.")
        UUID operatorId,

        String operatorName,
        String reason,

        @JsonPropertyDescription("All that may be done under it.")
        Set<Permission> permissions,

        @JsonPropertyDescription("For how long, from the consent on.")
        int minutes,

        AccessGrantStatus status,

        @JsonPropertyDescription("The last moment for an answer.")
        Instant answerUntil,

        @JsonPropertyDescription("Who answered for the tenant; absent until then.") @Nullable UUID answeredBy,

        @Nullable Instant answeredAt,

        @JsonPropertyDescription("Nothing may be done under it from this time on; absent without consent.") @Nullable Instant expiresAt,

        @JsonPropertyDescription("When it was refused, withdrawn or had expired; absent while it is open.") @Nullable Instant endedAt,

        Instant createdAt,
        Instant updatedAt,

        @JsonPropertyDescription("Who changed it last; absent where its time was over.") @Nullable UUID updatedBy)
        implements Fact {

    /** Keeps permissions in a fixed order, so that the same state is always the same text. */
    public AccessGrantFact {
        permissions = unmodifiableSortedSet(new TreeSet<>(permissions));
    }
}
