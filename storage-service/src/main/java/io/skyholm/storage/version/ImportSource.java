package io.skyholm.storage.version;

import io.skyholm.storage.source.SourceUrl;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * From where the bytes of a version are fetched, for the room that does so.
 *
 * @param importUntil when fetching has taken too long
 */
public record ImportSource(
        UUID id,
        @Nullable UUID tenantId,
        String sourceUrl,
        @Nullable String sourceQuery,
        Instant importUntil) {

    /** What is asked for. */
    public SourceUrl url() {
        return SourceUrl.of(sourceQuery == null ? sourceUrl : sourceUrl + "?" + sourceQuery);
    }
}
