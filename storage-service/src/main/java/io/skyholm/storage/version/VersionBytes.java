package io.skyholm.storage.version;

import io.skyholm.events.storage.DiskFormat;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a version, as the rooms know them that verify them and give them out.
 *
 * @param checksumSha256 what was announced, or once the version is AVAILABLE what was computed
 * @param copiedSha256 what the host has told that has copied them; null where none has, or it told none
 * @param verifyUntil when verifying has taken too long; null where it has ended
 */
public record VersionBytes(
        UUID id,
        UUID imageId,
        @Nullable UUID tenantId,
        UUID objectId,
        long sizeBytes,
        DiskFormat diskFormat,
        @Nullable String checksumSha256,
        @Nullable String checksumMd5,
        @Nullable String copiedSha256,
        @Nullable Instant verifyUntil) {}
