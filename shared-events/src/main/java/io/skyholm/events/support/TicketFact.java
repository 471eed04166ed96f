package io.skyholm.events.support;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.skyholm.events.Fact;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A ticket as every service may know it; what is said in it is told by its messages. */
@JsonClassDescription("A ticket: what somebody asks the operator about.")
public record TicketFact(
        UUID id,

        @JsonPropertyDescription("Counts the changes of this ticket; ignore what is not newer than what you hold.")
        long generation,

        UUID tenantId,

        @JsonPropertyDescription("By which people call it; numbers have no gaps.")
        String ticketNumber,

        String subject,
        TicketCategory category,
        TicketPriority priority,
        TicketStatus status,

        @JsonPropertyDescription("The user who asks; absent where the operator opened it for the tenant.") @Nullable UUID userId,

        @JsonPropertyDescription("Who of the operator's people looks after it.") @Nullable UUID assignedTo,

        List<String> tags,

        @JsonPropertyDescription("Present from when it was resolved until it is reopened.") @Nullable Instant resolvedAt,

        @JsonPropertyDescription("Present from when it was closed until it is reopened.") @Nullable Instant closedAt,

        Instant createdAt,
        Instant updatedAt,

        @JsonPropertyDescription("The user who created it; absent where the platform did.") @Nullable UUID createdBy,

        @JsonPropertyDescription("The user who changed it last; absent where the platform did.") @Nullable UUID updatedBy,

        @JsonPropertyDescription("Present exactly when the status is DELETED.") @Nullable Instant deletedAt)
        implements Fact {}
