package io.skyholm.storage.transfer;

import static io.skyholm.events.identity.CountedKind.BACKUPS;
import static io.skyholm.events.identity.CountedKind.BACKUP_GB;
import static io.skyholm.events.identity.CountedKind.DATA_DISKS;
import static io.skyholm.events.identity.CountedKind.DATA_DISK_GB;
import static io.skyholm.events.identity.CountedKind.DISK_SNAPSHOTS;
import static io.skyholm.events.identity.CountedKind.DISK_SNAPSHOT_GB;
import static io.skyholm.events.identity.CountedKind.SNAPSHOT_SCHEDULES;

import io.skyholm.events.access.ResourceType;
import io.skyholm.events.storage.TransferredType;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.storage.Owner;
import io.skyholm.storage.backup.TransferableBackups;
import io.skyholm.storage.check.TransferableChecks;
import io.skyholm.storage.disk.TransferableDisks;
import io.skyholm.storage.schedule.TransferableSchedules;
import io.skyholm.storage.snapshot.TransferableSnapshots;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** A disk goes with its snapshots, which cannot be without it, its schedules, and the backups that were made of it. */
@Singleton
class TransferableDisk implements Transferable {

    /** One more than goes at once tells that there are too many. */
    private static final int COUNTED = Goods.MOST_THINGS + 1;

    private final TransferableDisks disks;
    private final TransferableSnapshots snapshots;
    private final TransferableSchedules schedules;
    private final TransferableBackups backups;
    private final TransferableChecks checks;

    TransferableDisk(
            TransferableDisks disks,
            TransferableSnapshots snapshots,
            TransferableSchedules schedules,
            TransferableBackups backups,
            TransferableChecks checks) {
        this.disks = disks;
        this.snapshots = snapshots;
        this.schedules = schedules;
        this.backups = backups;
        this.checks = checks;
    }

    @Override
    public TransferredType type() {
        return TransferredType.DISK;
    }

    @Override
    public ResourceType permission() {
        return ResourceType.STORAGE;
    }

    /** Row level security says which disks are the caller's business. */
    @Override
    public Uni<Goods> ofCaller(Call call, Work work, UUID id) {
        return held(work, id).map(found -> found.orElseThrow(StorageTransferProblems::nothingToGive));
    }

    /** Schedules are held before their disk, as they do it themselves when they run. One that was made in between is found afterwards. */
    @Override
    public Uni<Optional<Goods>> held(Work work, UUID id) {
        return held(work, id, () -> disks.held(work, id));
    }

    /** The same of one that goes with its instance. */
    Uni<Optional<Goods>> ofInstance(Work work, UUID id) {
        return held(work, id, () -> disks.ofInstance(work, id));
    }

    private Uni<Optional<Goods>> held(
            Work work, UUID id, Supplier<Uni<Optional<TransferableDisks.TransferableDisk>>> alone) {
        return schedules.held(work, id, COUNTED).chain(() -> alone.get()).chain(found -> found.map(disk -> withAll(
                                work,
                                id,
                                new Goods(disk.tenantId(), disk.name())
                                        .with(DATA_DISKS, 1)
                                        .with(DATA_DISK_GB, disk.sizeGb()))
                        .map(Optional::of))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<Goods> withAll(Work work, UUID disk, Goods alone) {
        return schedules
                .held(work, disk, COUNTED)
                .map(rows -> alone.with(SNAPSHOT_SCHEDULES, rows.many()))
                .chain(goods -> snapshots
                        .held(work, disk, COUNTED)
                        .map(rows -> goods.with(DISK_SNAPSHOTS, DISK_SNAPSHOT_GB, rows)))
                .chain(goods -> backups.held(work, disk, COUNTED).map(rows -> goods.with(BACKUPS, BACKUP_GB, rows)))
                .invoke(goods -> goods.checkNotTooMany(SNAPSHOT_SCHEDULES, DISK_SNAPSHOTS, BACKUPS));
    }

    @Override
    public Uni<Void> give(Work work, UUID id, Owner to) {
        UUID tenant = to.tenantId();
        return disks.give(work, id, to)
                .chain(() -> schedules.give(work, id, tenant, COUNTED))
                .chain(() -> snapshots.give(work, id, tenant, COUNTED))
                .chain(() -> backups.give(work, id, to, COUNTED))
                .chain(() -> checks.give(work, id, to));
    }
}
