package io.skyholm.events.host;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That the host of a snapshot, or of a disk that nobody writes to, leaves its bytes with the object store. The host is told so until the store has
 * them.
 *
 * @param tenantId whose it is, by which a host lets copies take turns; null where that is not said, as for one that is to be absent
 * @param snapshotId whose bytes they are; null where a disk's are
 * @param diskId the disk whose bytes they are; null where a snapshot's are
 * @param objectId as what the store is to have them, which nobody else writes to
 * @param baseSnapshotId one whose bytes the store has, so that the host need leave no more than the {@link io.skyholm.events.difference.Difference} to it,
 *     if it can; null where it is to leave all bytes
 */
public record DesiredExport(
        UUID id,
        long generation,
        boolean present,
        @Nullable UUID tenantId,
        @Nullable UUID snapshotId,
        @Nullable UUID diskId,
        UUID objectId,
        @Nullable UUID baseSnapshotId)
        implements DesiredState {

    /** One of a snapshot. */
    public DesiredExport(
            UUID id, long generation, boolean present, @Nullable UUID tenantId, UUID snapshotId, UUID objectId) {
        this(id, generation, present, tenantId, snapshotId, null, objectId, null);
    }

    /** One of which all bytes are left. */
    public DesiredExport(
            UUID id,
            long generation,
            boolean present,
            @Nullable UUID tenantId,
            @Nullable UUID snapshotId,
            @Nullable UUID diskId,
            UUID objectId) {
        this(id, generation, present, tenantId, snapshotId, diskId, objectId, null);
    }

    /** The kind of exports. */
    public static final ThingKind KIND = new ThingKind("SNAPSHOT_EXPORT");

    @Override
    public ThingKey key() {
        return new ThingKey(KIND, id);
    }
}
