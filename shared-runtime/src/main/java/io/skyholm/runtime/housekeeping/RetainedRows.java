package io.skyholm.runtime.housekeeping;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What a table keeps.
 *
 * @param rows about how many
 * @param oldest the time of the oldest row that will go, or nothing where there is none
 */
record RetainedRows(long rows, long bytes, @Nullable OffsetDateTime oldest) {

    static final RetainedRows NOTHING = new RetainedRows(0, 0, null);

    double oldestSeconds(Instant now) {
        return oldest == null ? 0 : Duration.between(oldest.toInstant(), now).toMillis() / 1e3;
    }
}
