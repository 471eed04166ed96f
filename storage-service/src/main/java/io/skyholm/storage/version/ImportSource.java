package io.skyholm.storage.version;

import io.skyholm.events.identity.TenantStatus;
import io.skyholm.events.storage.ImageStatus;
import io.skyholm.storage.source.SourceUrl;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * From where the bytes of a version are fetched, for the room that does so.
 *
 * @param importUntil when fetching has taken too long
 * @param createdBy who asked for it
 * @param importKeyId the API key with which they did; null where they had logged in
 * @param tenantStatus how the tenant stands whose it is, as far as that is known
 * @param importRestarts how often what had come was given up, since the source had other bytes by then
 */
public record ImportSource(
        UUID id,
        @Nullable UUID tenantId,
        UUID imageId,
        String sourceUrl,
        @Nullable String sourceQuery,
        Instant importUntil,
        int importRestarts,
        @Nullable UUID createdBy,
        @Nullable UUID importKeyId,
        ImageStatus imageStatus,
        @Nullable String tenantStatus) {

    private static final int MOST_RESTARTS = 5;

    /** Whether nobody believes any more that the source has the same bytes twice. */
    public boolean isRestless() {
        return importRestarts >= MOST_RESTARTS;
    }

    /** Why it is fetched no more, whoever asked for it; empty if it is. */
    Optional<String> refusal(Instant now) {
        if (now.isAfter(importUntil)) {
            return Optional.of("The bytes could not be fetched in time");
        }
        if (imageStatus == ImageStatus.ARCHIVED) {
            return Optional.of("The image was archived while its bytes were fetched");
        }
        return Optional.ofNullable(tenantStatus)
                .filter(standing -> !standing.equals(TenantStatus.ACTIVE.name()))
                .map("The tenant is %s"::formatted);
    }

    /** What is asked for. */
    public SourceUrl url() {
        return SourceUrl.of(sourceQuery == null ? sourceUrl : sourceUrl + "?" + sourceQuery);
    }
}
