package io.skyholm.events.support;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.skyholm.events.Fact;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A message in a ticket, as its tenant may know it. */
@JsonClassDescription("A message in a ticket, which its tenant and the operator see.")
public record TicketMessageFact(
        UUID id,

        @JsonPropertyDescription("Counts the changes of this message; ignore what is not newer than what you hold.")
        long generation,

        UUID tenantId,
        UUID ticketId,

        @JsonPropertyDescription("The user who says it.") UUID userId,

        String message,

        Instant createdAt,
        Instant updatedAt,

        @JsonPropertyDescription("The user who created it; absent where the platform did.") @Nullable UUID createdBy,

        @JsonPropertyDescription("The user who changed it last; absent where the platform did.") @Nullable UUID updatedBy)
        implements Fact {}
