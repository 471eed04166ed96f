package io.skyholm.compute.maintenance;

import io.skyholm.runtime.http.Versioned;
import io.skyholm.runtime.record.Projection;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A maintenance window as operators see it. */
@Schema(name = "MaintenanceWindow")
public record WindowView(
        UUID id,
        long generation,
        UUID computeMachineId,
        WindowStatus status,
        Instant startsAt,

        @Schema(description = "What tenants are told; it ends when its machine is put back into use")
        Instant endsAt,

        @Nullable String reason,
        boolean drain,
        Instant createdAt,
        Instant updatedAt,
        @Nullable UUID createdBy,
        @Nullable UUID updatedBy,
        @Nullable Instant endedAt)
        implements Versioned {

    private static final Projection<Window, WindowView> OF = Projection.of(Window.class, WindowView.class);

    /** Whether its machine is still to be maintained, or is being so. */
    public boolean open() {
        return endedAt == null;
    }

    static WindowView of(Window window) {
        return OF.apply(window);
    }
}
