package io.skyholm.storage.version;

import io.skyholm.storage.source.SourceUrl;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * From where the bytes of a version are fetched, for the room that does so.
 *
 * @param importUntil when fetching has taken too long
 * @param importRestarts how often what had come was given up, since the source had other bytes by then
 */
public record ImportSource(
        UUID id,
        @Nullable UUID tenantId,
        String sourceUrl,
        @Nullable String sourceQuery,
        Instant importUntil,
        int importRestarts) {

    private static final int MOST_RESTARTS = 5;

    /** Whether nobody believes any more that the source has the same bytes twice. */
    public boolean isRestless() {
        return importRestarts >= MOST_RESTARTS;
    }

    /** What is asked for. */
    public SourceUrl url() {
        return SourceUrl.of(sourceQuery == null ? sourceUrl : sourceUrl + "?" + sourceQuery);
    }
}
