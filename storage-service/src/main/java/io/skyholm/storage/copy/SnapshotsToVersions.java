package io.skyholm.storage.copy;

import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.storage.DiskBytes;
import io.skyholm.storage.Gib;
import io.skyholm.storage.StorageSettings;
import io.skyholm.storage.exchange.HostObjectUse;
import io.skyholm.storage.snapshot.ReadSnapshots;
import io.skyholm.storage.snapshot.ReadSnapshots.ReadableSnapshot;
import io.skyholm.storage.snapshot.SnapshotDependent;
import io.skyholm.storage.version.SnapshotCopies;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Begins to copy the bytes of snapshots for versions, and gives that up. */
@Singleton
class SnapshotsToVersions implements SnapshotCopies {

    private final ReadSnapshots snapshots;
    private final CopyLifecycle life;
    private final StorageSettings settings;

    SnapshotsToVersions(ReadSnapshots snapshots, CopyLifecycle life, StorageSettings settings) {
        this.snapshots = snapshots;
        this.life = life;
        this.settings = settings;
    }

    /** The snapshot is held: whoever deletes it meanwhile finds that it is being read. */
    @Override
    public Uni<Copied> begin(Call call, Work work, VersionOfSnapshot wanted) {
        DiskBytes.checkReadable(call, CopyProblems::snapshotNotFound);
        return snapshots
                .held(work, wanted.snapshotId(), CopyProblems::snapshotNotFound)
                .invoke(snapshot -> check(snapshot, wanted))
                .map(snapshot -> new VersionCopy(
                        wanted.id(),
                        snapshot,
                        work.now().plus(settings.importTimeout()),
                        Revision.first(call.caller().id(), work.now())))
                .call(copy -> life.begin(work, copy))
                .map(copy -> new Copied(copy.objectId, copy.sizeBytes));
    }

    private void check(ReadableSnapshot snapshot, VersionOfSnapshot wanted) {
        if (!snapshot.tenantId().equals(wanted.tenantId())) {
            throw CopyProblems.snapshotNotFound();
        }
        if (snapshot.keysSealed() != null) {
            throw CopyProblems.isEncrypted();
        }
        long mostGb = settings.largestImage().asLongValue() / Gib.bytes(1);
        if (snapshot.sizeGb() > mostGb) {
            throw CopyProblems.tooLarge(mostGb);
        }
    }

    @Override
    public Uni<Void> giveUp(Work work, UUID version) {
        return life.locked(work, version).chain(found -> found.filter(copy -> !copy.isGivenUp)
                .map(copy -> life.giveUp(work, copy))
                .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    /** A host writes its bytes, or has not shown yet that it does not. */
    @Produces
    @Singleton
    static HostObjectUse written() {
        return () -> "select object_id from version_copy where object_id = any($1) and deleted_at is null";
    }

    /** Until its bytes are with the store, a host reads the snapshot. */
    @Produces
    @Singleton
    static SnapshotDependent ofSnapshot() {
        return () -> """
                select 1 from version_copy
                where snapshot_id = $1 and deleted_at is null and not is_copied and not is_given_up""";
    }
}
