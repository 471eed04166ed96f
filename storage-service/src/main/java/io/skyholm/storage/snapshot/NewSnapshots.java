package io.skyholm.storage.snapshot;

import io.skyholm.events.identity.CountedKind;
import io.skyholm.events.storage.DiskSnapshotEvents;
import io.skyholm.events.storage.SnapshotConsistency;
import io.skyholm.runtime.quota.RowQuotas;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.storage.disk.CopyableDisks;
import io.skyholm.storage.disk.CopyableDisks.CopyableDisk;
import io.skyholm.storage.encryption.SealedKeys;
import io.skyholm.storage.encryption.SealedKeys.Place;
import io.skyholm.storage.pool.PoolCapacity;
import io.skyholm.storage.snapshot.ScheduledSnapshots.MadeFor;
import io.skyholm.storage.wallet.Wallets;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The one way to a new snapshot, whether somebody asks for it or a schedule's time has come. */
@Singleton
class NewSnapshots {

    /** One that has failed or is being detached may still be at its instance. */
    private static final String WRITTEN =
            "select 1 from disk_attachment where disk_id = $1 and mount_mode = 'RW' and deleted_at is null";

    private final SnapshotLifecycle life;
    private final CopyableDisks disks;
    private final PoolCapacity capacity;
    private final Wallets wallets;
    private final RowQuotas quotas;
    private final SealedKeys keys;

    NewSnapshots(
            SnapshotLifecycle life,
            CopyableDisks disks,
            PoolCapacity capacity,
            Wallets wallets,
            RowQuotas quotas,
            SealedKeys keys) {
        this.life = life;
        this.disks = disks;
        this.capacity = capacity;
        this.wallets = wallets;
        this.quotas = quotas;
        this.keys = keys;
    }

    /** The disk is held, so whoever attaches it meanwhile finds that it is being copied. */
    Uni<DiskSnapshotView> take(Work work, UUID disk, CreateSnapshot command, @Nullable MadeFor madeFor) {
        return take(work, disk, command, madeFor, null);
    }

    /** One that is made for a clone, and goes after it. */
    Uni<DiskSnapshotView> takeForClone(Work work, UUID disk, CreateSnapshot command, UUID clone) {
        return take(work, disk, command, null, clone);
    }

    private Uni<DiskSnapshotView> take(
            Work work, UUID disk, CreateSnapshot command, @Nullable MadeFor madeFor, @Nullable UUID clone) {
        return disks.held(work, disk)
                .call(held -> claim(work, held))
                .chain(held -> consistency(work, held)
                        .map(consistency -> new DiskSnapshot(
                                held,
                                command,
                                consistency,
                                madeFor,
                                life.all().created(work.cause().user())))
                        .map(snapshot -> encrypted(held, snapshot)))
                .invoke(snapshot -> snapshot.cloneDiskId = clone)
                .invoke(snapshot -> snapshot.expiry.change(command.expiresAt(), work.now()))
                .invoke(snapshot -> life.expect(work, snapshot))
                .chain(snapshot -> life.all().insert(work, DiskSnapshotEvents.CREATED, snapshot));
    }

    /** Nobody attaches the disk until its host has shown the snapshot, so what nobody writes to now is at rest then. */
    private static Uni<SnapshotConsistency> consistency(Work work, CopyableDisk disk) {
        return work.exists(WRITTEN, disk.id()).map(isWritten -> {
            if (isWritten && !disk.keepsMoments()) {
                throw DiskSnapshotProblems.diskIsWritten();
            }
            return isWritten || disk.bootsInstance()
                    ? SnapshotConsistency.CRASH_CONSISTENT
                    : SnapshotConsistency.AT_REST;
        });
    }

    /** It is opened by the key that its disk has now, whatever that has later. */
    private DiskSnapshot encrypted(CopyableDisk disk, DiskSnapshot snapshot) {
        if (disk.keysSealed() != null) {
            snapshot.keysSealed = keys.current(
                    disk.keysSealed(), disk.place(), new Place(SealedKeys.OF_SNAPSHOT, snapshot.tenantId, snapshot.id));
        }
        return snapshot;
    }

    private Uni<Void> claim(Work work, CopyableDisk disk) {
        return wallets.require(work, disk.tenantId())
                .chain(() -> quotas.claim(work, disk.tenantId(), CountedKind.DISK_SNAPSHOT_GB, disk.sizeGb()))
                .chain(() -> capacity.copy(work, disk.storagePoolId(), disk.sizeGb()));
    }
}
