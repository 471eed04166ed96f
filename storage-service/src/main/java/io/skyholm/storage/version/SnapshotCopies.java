package io.skyholm.storage.version;

import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How the bytes of snapshots become those of versions; the room that has hosts bring them to the store stands above. */
public interface SnapshotCopies {

    /**
     * Bytes of a snapshot that are to become a version's.
     *
     * @param object as what the store is to have them
     */
    record Copied(UUID object, long sizeBytes) {}

    /**
     * A version that is to have the bytes of a snapshot.
     *
     * @param tenantId whose image it is; null for the platform's own
     */
    record VersionOfSnapshot(UUID id, @Nullable UUID tenantId, UUID snapshotId) {}

    /** Has the snapshot's host copy its bytes for a version of that tenant's image; the snapshot stays until it has. */
    Uni<Copied> begin(Call call, Work work, VersionOfSnapshot wanted);

    /** The version needs them no more: they are removed once no host writes them any more. */
    Uni<Void> giveUp(Work work, UUID version);
}
