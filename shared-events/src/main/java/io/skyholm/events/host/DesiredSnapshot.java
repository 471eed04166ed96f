package io.skyholm.events.host;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot of a disk as the host of both is to have it.
 *
 * @param made whether the host has shown it once: it is not made again then, since the disk has other bytes by now
 * @param tenantId whose it is, by which a host lets copies take turns; null where that is not said, as for one that is to be absent
 * @param diskId the disk whose bytes it has
 * @param isWritten true where machines may write to the disk at that moment, of which only some pools can keep the bytes; null where none may, which
 *     the host holds to
 */
public record DesiredSnapshot(
        UUID id,
        long generation,
        boolean present,
        boolean made,
        @Nullable UUID tenantId,
        UUID diskId,
        @Nullable Boolean isWritten)
        implements DesiredState {

    /** The kind of snapshots. */
    public static final ThingKind KIND = new ThingKind("DISK_SNAPSHOT");

    /** One of a disk that nobody may write to. */
    public DesiredSnapshot(
            UUID id, long generation, boolean present, boolean made, @Nullable UUID tenantId, UUID diskId) {
        this(id, generation, present, made, tenantId, diskId, null);
    }

    @Override
    public ThingKey key() {
        return new ThingKey(KIND, id);
    }
}
