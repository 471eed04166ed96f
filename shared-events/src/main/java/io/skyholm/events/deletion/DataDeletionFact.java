package io.skyholm.events.deletion;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.skyholm.events.Fact;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one service still holds of a tenant or a user that is being deleted. */
@JsonClassDescription("How far one service is with deleting what it holds of a tenant or a user.")
public record DataDeletionFact(
        @JsonPropertyDescription("The tenant or the user.") UUID id,

        @JsonPropertyDescription("Counts the changes of this deletion; ignore what is not newer than what you hold.")
        long generation,

        @JsonPropertyDescription("The tenant, or that of the user.")
        UUID tenantId,

        DataOwner owner,

        @JsonPropertyDescription("The service that tells it.")
        String service,

        DataDeletionStatus status,

        @JsonPropertyDescription("What the service held, in the order in which it goes.")
        List<HeldData> holdings,

        Instant startedAt,
        Instant updatedAt,

        @JsonPropertyDescription("Present exactly when the status is DELETED.") @Nullable Instant completedAt)
        implements Fact {

    public DataDeletionFact {
        holdings = List.copyOf(holdings);
    }
}
