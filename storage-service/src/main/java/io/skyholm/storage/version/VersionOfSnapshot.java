package io.skyholm.storage.version;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version that is to have the bytes of a snapshot.
 *
 * @param tenantId whose image it is; null for the platform's own
 */
public record VersionOfSnapshot(UUID id, @Nullable UUID tenantId, UUID snapshotId) {}
