package io.skyholm.identity.deletion;

import io.skyholm.events.deletion.DataDeletionStatus;
import io.skyholm.events.deletion.HeldData;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How far one service is with the deletion of a tenant. */
@Schema(name = "ServiceDeletion")
public record ServiceDeletionView(
        String service,
        DataDeletionStatus status,

        @Schema(description = "What it held, and how much of that is left; empty until it has begun")
        List<HeldData> holdings,

        @Schema(description = "Absent until the service has begun") @Nullable Instant startedAt,

        @Nullable Instant updatedAt,
        @Nullable Instant completedAt) {

    static ServiceDeletionView waiting(String service) {
        return new ServiceDeletionView(service, DataDeletionStatus.DELETING, List.of(), null, null, null);
    }

    boolean isComplete() {
        return status == DataDeletionStatus.DELETED;
    }
}
