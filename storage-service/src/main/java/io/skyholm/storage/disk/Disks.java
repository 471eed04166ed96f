package io.skyholm.storage.disk;

import io.skyholm.events.identity.CountedKind;
import io.skyholm.events.storage.DiskEvents;
import io.skyholm.runtime.aggregate.Owners;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.page.ListPart;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.quota.RowQuotas;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.storage.Owner;
import io.skyholm.storage.pool.ClaimedPool;
import io.skyholm.storage.pool.PoolCapacity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** What can be done with disks. */
@ApplicationScoped
class Disks {

    private final Commands commands;
    private final DiskLifecycle life;
    private final DiskSources sources;
    private final PoolCapacity capacity;
    private final Owners owners;
    private final RowQuotas quotas;
    private final CopyableDisks copyable;
    private final SnapshotsOfDisks snapshots;
    private final AttachableDisks.Limits limits;
    private final EncryptedDisks encrypted;

    Disks(
            Commands commands,
            DiskLifecycle life,
            DiskSources sources,
            PoolCapacity capacity,
            Owners owners,
            RowQuotas quotas,
            CopyableDisks copyable,
            SnapshotsOfDisks snapshots,
            AttachableDisks.Limits limits,
            EncryptedDisks encrypted) {
        this.commands = commands;
        this.life = life;
        this.sources = sources;
        this.capacity = capacity;
        this.owners = owners;
        this.quotas = quotas;
        this.copyable = copyable;
        this.snapshots = snapshots;
        this.limits = limits;
        this.encrypted = encrypted;
    }

    Uni<DiskView> create(Call call, CreateDisk command) {
        Owner owner = Owner.of(call, command.tenantId());
        return sources.check(call, command)
                .chain(() -> commands.changeOnce(call, command, DiskView.class, work -> owners.check(
                                call, work, owner.tenantId())
                        .chain(() -> quotas.claim(work, owner.tenantId(), CountedKind.DATA_DISK_GB, command.sizeGb()))
                        .chain(() -> sources.claim(work, owner, command))
                        .chain(pool -> encrypted.encrypt(work, disk(call, owner, command, pool), command))
                        .invoke(disk -> life.expect(work, disk))
                        .chain(disk -> life.all().insert(work, DiskEvents.CREATED, disk))));
    }

    private Disk disk(Call call, Owner owner, CreateDisk command, ClaimedPool pool) {
        return new Disk(owner, command, pool, life.all().created(call));
    }

    Uni<DiskView> change(Call call, UUID id, ChangeDisk command) {
        return commands.change(call, work -> life.all()
                .locked(call, work, id)
                .call(disk -> command.sharingOf(disk).equals(disk.sharing())
                        ? Uni.createFrom().voidItem()
                        : copyable.checkDetached(work, disk))
                .call(disk -> command.limitsOf(disk).equals(disk.limits())
                        ? Uni.createFrom().voidItem()
                        : limit(work, disk))
                .invoke(command::applyTo)
                .chain(disk -> life.save(work, DiskEvents.CHANGED, disk)));
    }

    /** What an instance boots from is attached by nobody, so that no host would hear of a limit. */
    private Uni<?> limit(Work work, Disk disk) {
        disk.checkBootsNone();
        return limits.changed(work, disk.id);
    }

    Uni<DiskView> grow(Call call, UUID id, GrowDisk command) {
        return commands.change(call, work -> life.all().locked(call, work, id).chain(disk -> {
            int more = command.sizeGb() - disk.sizeGb;
            disk.grow(command.sizeGb());
            return checkAtRest(work, disk)
                    .chain(() -> quotas.claim(work, disk.tenantId, CountedKind.DATA_DISK_GB, more))
                    .chain(() -> capacity.grow(work, disk.storagePoolId, more))
                    .invoke(() -> life.expect(work, disk))
                    .chain(() -> life.save(work, DiskEvents.CHANGED, disk));
        }));
    }

    /** It is AVAILABLE again once its host has shown that it has the bytes of the snapshot. */
    Uni<DiskView> rollBack(Call call, UUID id, RollBackDisk command) {
        return commands.change(
                call, work -> life.all().locked(call, work, id).chain(disk -> rollBack(work, disk, command)));
    }

    private Uni<DiskView> rollBack(Work work, Disk disk, RollBackDisk command) {
        int more = disk.rollBack(command.snapshotId());
        return checkAtRest(work, disk)
                .chain(() -> sources.ofDisk(work, disk, command.snapshotId()))
                .invoke(snapshot -> encrypted.rollBack(disk, snapshot))
                .chain(() -> claimDraft(work, disk, more))
                .invoke(() -> life.expect(work, disk))
                .chain(() -> life.save(work, DiskEvents.CHANGED, disk));
    }

    /** It is AVAILABLE again once its host has shown that the new key opens it, alone. */
    Uni<DiskView> rotateKey(Call call, UUID id) {
        return commands.change(call, work -> life.all()
                .locked(call, work, id)
                .invoke(encrypted::rotate)
                .call(disk -> work.none(DiskProblems::isBeingCopied, snapshots.unfinished(), disk.id))
                .invoke(disk -> life.expect(work, disk))
                .chain(disk -> life.save(work, DiskEvents.CHANGED, disk)));
    }

    /** Its host has the last word: it is AVAILABLE again once that has shown that it copies nothing more, and which bytes it has. */
    Uni<DiskView> callOffRollback(Call call, UUID id) {
        return commands.change(call, work -> life.all()
                .locked(call, work, id)
                .invoke(Disk::callOffRollback)
                .invoke(disk -> life.calledOff(work, disk))
                .chain(disk -> life.save(work, DiskEvents.CHANGED, disk)));
    }

    /** One that its host goes on trying has what it takes already. */
    private Uni<Void> claimDraft(Work work, Disk disk, int more) {
        if (more == 0) {
            return Uni.createFrom().voidItem();
        }
        return quotas.claim(work, disk.tenantId, CountedKind.DATA_DISK_GB, more)
                .chain(() -> capacity.rollBack(work, disk.storagePoolId, more));
    }

    /** It is DELETED once its host has shown that nothing of it is left. */
    Uni<DiskView> delete(Call call, UUID id) {
        return commands.change(call, work -> life.all()
                .locked(call, work, id)
                .invoke(Disk::checkStays)
                .call(disk -> copyable.checkDetached(work, disk))
                .call(disk -> copyable.checkWithoutSnapshots(work, disk))
                .chain(disk -> life.remove(work, disk)));
    }

    /** Whoever reads its bytes for a snapshot would find some of before and some of after. */
    private Uni<Void> checkAtRest(Work work, Disk disk) {
        return copyable.checkDetached(work, disk)
                .chain(() -> work.none(DiskProblems::isBeingCopied, snapshots.unfinished(), disk.id));
    }

    Uni<DiskView> get(Call call, UUID id) {
        return life.all().get(call, id);
    }

    Uni<Page<DiskView>> list(Call call, DiskFilter filter, ListPart page) {
        return life.all().list(call, filter, page);
    }
}
