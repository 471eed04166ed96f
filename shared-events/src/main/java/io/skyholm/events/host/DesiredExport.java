package io.skyholm.events.host;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That the host of a snapshot leaves its bytes with the object store. The host is told so until the store has them.
 *
 * @param tenantId whose it is, by which a host lets copies take turns; null where that is not said, as for one that is to be absent
 * @param objectId as what the store is to have them, which nobody else writes to
 */
public record DesiredExport(
        UUID id, long generation, boolean present, @Nullable UUID tenantId, UUID snapshotId, UUID objectId)
        implements DesiredState {

    /** The kind of exports. */
    public static final ThingKind KIND = new ThingKind("SNAPSHOT_EXPORT");

    @Override
    public ThingKey key() {
        return new ThingKey(KIND, id);
    }
}
