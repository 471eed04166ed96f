package io.skyholm.events.identity;

import static java.util.Collections.unmodifiableSortedSet;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.skyholm.events.Fact;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That somebody may become a user of a tenant; what proves it went to them alone. */
@JsonClassDescription("An invitation to join a tenant; its token was mailed and is kept by nobody.")
public record InvitationFact(
        UUID id,

        @JsonPropertyDescription("Counts the changes of this invitation; ignore what is not newer than what you hold.")
        long generation,

        UUID tenantId,
        String email,

        @JsonPropertyDescription("The roles of whoever accepts.")
        Set<String> roles,

        @JsonPropertyDescription("One that is PENDING after its expiry is worth nothing.")
        InvitationStatus status,

        Instant expiresAt,

        @JsonPropertyDescription("The user who invited.") @Nullable UUID invitedBy,

        @Nullable Instant acceptedAt,

        @JsonPropertyDescription("Who it became.") @Nullable UUID userId,

        Instant createdAt,
        Instant updatedAt)
        implements Fact {

    /** Keeps roles in a fixed order, so that the same state is always the same text. */
    public InvitationFact {
        roles = unmodifiableSortedSet(new TreeSet<>(roles));
    }
}
