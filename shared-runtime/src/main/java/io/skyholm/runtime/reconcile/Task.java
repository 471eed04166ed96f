package io.skyholm.runtime.reconcile;

import io.skyholm.runtime.tenant.Cause;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row that somebody has taken to work on. WakeUps tells later whether it was woken meanwhile, and leasedUntil whether it
 * is still theirs.
 */
record Task(
        String kind,
        UUID id,
        OffsetDateTime leasedUntil,
        long wakeUps,
        int failures,
        @Nullable String correlationId) {

    /** What is told of the step belongs to whatever woke the row; what a sweep has found belongs to no request. */
    Cause cause() {
        return correlationId == null ? Cause.platform() : Cause.continuing(correlationId);
    }
}
