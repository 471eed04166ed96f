package io.skyholm.events.support;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.skyholm.events.Fact;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That there is a note in a ticket, for the platform alone: what it says, and whose ticket it is, no event tells. */
@JsonClassDescription("A note among the operator's people in a ticket; what it says is not told.")
public record TicketNoteFact(
        UUID id,

        @JsonPropertyDescription("Counts the changes of this note; ignore what is not newer than what you hold.")
        long generation,

        UUID ticketId,

        @JsonPropertyDescription("The user who wrote it.") UUID userId,

        Instant createdAt,
        Instant updatedAt,

        @JsonPropertyDescription("The user who created it; absent where the platform did.") @Nullable UUID createdBy,

        @JsonPropertyDescription("The user who changed it last; absent where the platform did.") @Nullable UUID updatedBy)
        implements Fact {

    /** Belongs to the platform. */
    @Override
    public @Nullable UUID tenantId() {
        return null;
    }
}
