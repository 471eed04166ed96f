package io.skyholm.events.host;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A disk as its host is to have it.
 *
 * @param made whether the host has shown it once: it is not made again then, since an empty disk in place of one that was lost
 *     would look like a whole one
 * @param sizeGb in GiB; a disk never becomes smaller
 * @param tenantId whose it is, by which a host lets copies take turns; null where that is not said, as for one that is to be absent
 * @param source what its bytes begin with; null for nothing
 * @param snapshotId whose bytes a disk that is still to be made begins with, and one that is made has from this generation on; null
 *     for no snapshot's
 * @param encryption what opens it; null for one that is not encrypted, or is to be absent
 */
public record DesiredDisk(
        UUID id,
        long generation,
        boolean present,
        boolean made,
        @Nullable UUID tenantId,
        int sizeGb,
        @Nullable DiskSource source,
        @Nullable UUID snapshotId,
        @Nullable DiskEncryption encryption)
        implements DesiredState {

    /** One that is not encrypted. */
    public DesiredDisk(
            UUID id,
            long generation,
            boolean present,
            boolean made,
            @Nullable UUID tenantId,
            int sizeGb,
            @Nullable DiskSource source,
            @Nullable UUID snapshotId) {
        this(id, generation, present, made, tenantId, sizeGb, source, snapshotId, null);
    }

    /** The same, with what opens it. */
    public DesiredDisk with(DiskEncryption opening) {
        return new DesiredDisk(id, generation, present, made, tenantId, sizeGb, source, snapshotId, opening);
    }

    /** The kind of disks. */
    public static final ThingKind KIND = new ThingKind("DISK");

    @Override
    public ThingKey key() {
        return new ThingKey(KIND, id);
    }
}
