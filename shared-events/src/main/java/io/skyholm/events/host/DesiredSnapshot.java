package io.skyholm.events.host;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot of a disk as the host of both is to have it.
 *
 * @param made whether the host has shown it once: it is not made again then, since the disk has other bytes by now
 * @param tenantId whose it is, by which a host lets copies take turns; null where that is not said, as for one that is to be absent
 * @param diskId the disk whose bytes it has
 */
public record DesiredSnapshot(
        UUID id,
        long generation,
        boolean present,
        boolean made,
        @Nullable UUID tenantId,
        UUID diskId) implements DesiredState {

    /** The kind of snapshots. */
    public static final ThingKind KIND = new ThingKind("DISK_SNAPSHOT");

    @Override
    public ThingKey key() {
        return new ThingKey(KIND, id);
    }
}
