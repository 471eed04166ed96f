package io.skyholm.storage.disk;

import io.quarkus.arc.All;
import io.skyholm.events.access.Action;
import io.skyholm.events.access.Permission;
import io.skyholm.events.access.ResourceType;
import io.skyholm.events.identity.CountedKind;
import io.skyholm.events.storage.DiskEvents;
import io.skyholm.events.storage.DiskStatus;
import io.skyholm.runtime.aggregate.Owners;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.page.ListPart;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.quota.RowQuotas;
import io.skyholm.runtime.reconcile.Next;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.storage.Companion;
import io.skyholm.storage.Companions;
import io.skyholm.storage.Deletion;
import io.skyholm.storage.Owner;
import io.skyholm.storage.UndoWindow;
import io.skyholm.storage.disk.CopyableDisks.CopyableDisk;
import io.skyholm.storage.expiry.Expiries;
import io.skyholm.storage.expiry.ExpiryStep;
import io.skyholm.storage.pool.ClaimedPool;
import io.skyholm.storage.pool.PoolCapacity;
import io.skyholm.storage.wallet.Wallets;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What can be done with disks. */
@ApplicationScoped
public class Disks {

    private static final Permission DELETE = new Permission(ResourceType.STORAGE, Action.DELETE);

    private final Commands commands;
    private final DiskLifecycle life;
    private final DiskSources sources;
    private final PoolCapacity capacity;
    private final Owners owners;
    private final Wallets wallets;
    private final RowQuotas quotas;
    private final CopyableDisks copyable;
    private final SnapshotsOfDisks snapshots;
    private final SnapshotsOfDisks.ForClones clones;
    private final AttachableDisks.Limits limits;
    private final UndoWindow undo;
    private final EncryptedDisks encrypted;
    private final Expiries expiries;
    private final Companions companions;
    private final List<Companion.OfDisk> kinds;

    Disks(
            Commands commands,
            DiskLifecycle life,
            DiskSources sources,
            PoolCapacity capacity,
            Owners owners,
            Wallets wallets,
            RowQuotas quotas,
            CopyableDisks copyable,
            SnapshotsOfDisks snapshots,
            SnapshotsOfDisks.ForClones clones,
            AttachableDisks.Limits limits,
            UndoWindow undo,
            EncryptedDisks encrypted,
            Expiries expiries,
            Companions companions,
            @All List<Companion.OfDisk> kinds) {
        this.commands = commands;
        this.life = life;
        this.sources = sources;
        this.capacity = capacity;
        this.owners = owners;
        this.wallets = wallets;
        this.quotas = quotas;
        this.copyable = copyable;
        this.snapshots = snapshots;
        this.clones = clones;
        this.limits = limits;
        this.undo = undo;
        this.encrypted = encrypted;
        this.expiries = expiries;
        this.companions = companions;
        this.kinds = kinds;
    }

    Uni<DiskView> create(Call call, CreateDisk command) {
        Expiries.check(call, DELETE, command.expiresAt());
        Owner owner = Owner.of(call, command.tenantId());
        return sources.check(call, command)
                .chain(() -> commands.changeOnce(call, command, DiskView.class, work -> owners.check(
                                call, work, owner.tenantId())
                        .chain(() -> wallets.require(work, owner.tenantId()))
                        .chain(() -> source(work, owner, command))
                        .call(() -> quotas.claim(work, owner.tenantId(), CountedKind.DATA_DISK_GB, command.sizeGb()))
                        .chain(source -> source.map(disk -> cloned(call, work, owner, command, disk))
                                .orElseGet(() -> sources.claim(work, owner, command)
                                        .map(pool -> disk(call, owner, command, pool))))
                        .chain(disk -> encrypted.encrypt(work, disk, command))
                        .invoke(disk -> disk.expiry.change(command.expiresAt(), work.now()))
                        .call(disk -> sources.isIso(work, command).invoke(isIso -> disk.isIso |= isIso))
                        .invoke(disk -> life.expect(work, disk))
                        .chain(disk -> life.all().insert(work, DiskEvents.CREATED, disk))));
    }

    /** The disk to be cloned, which nobody changes, moves or deletes until the clone's snapshot is asked for. Disks are held before quotas. */
    private Uni<Optional<CopyableDisk>> source(Work work, Owner owner, CreateDisk command) {
        return command.sourceDiskId() == null
                ? Uni.createFrom().item(Optional.empty())
                : copyable.held(work, command.sourceDiskId())
                        .onFailure()
                        .transform(DiskProblems::ofSource)
                        .invoke(source -> DiskSources.checkClone(owner, command, source))
                        .map(Optional::of);
    }

    /** What the disk holds now is kept by a snapshot, of which the clone is made, and which goes with the need for it. */
    private Uni<Disk> cloned(Call call, Work work, Owner owner, CreateDisk command, CopyableDisk source) {
        return clones.take(work, source.id())
                .onFailure()
                .transform(DiskProblems::ofSource)
                .chain(made -> sources.claimBeside(work, source, command)
                        .map(pool -> disk(call, owner, command, pool))
                        .invoke(disk -> disk.cloneOf(source, made)));
    }

    private Disk disk(Call call, Owner owner, CreateDisk command, ClaimedPool pool) {
        return new Disk(owner, command, pool, life.all().created(call));
    }

    Uni<DiskView> change(Call call, UUID id, ChangeDisk command) {
        Expiries.check(call, DELETE, command.expiresAt());
        return commands.change(call, work -> life.all()
                .locked(call, work, id)
                .invoke(Disk::checkNotDeleted)
                .call(disk -> command.sharingOf(disk).equals(disk.sharing())
                        ? Uni.createFrom().voidItem()
                        : copyable.checkDetached(work, disk))
                .call(disk -> command.limitsOf(disk).equals(disk.limits())
                        ? Uni.createFrom().voidItem()
                        : limit(work, disk))
                .invoke(disk -> expire(work, disk, command))
                .invoke(disk -> checkProtectable(disk, command))
                .invoke(command::applyTo)
                .chain(disk -> life.save(work, DiskEvents.CHANGED, disk)));
    }

    private static void expire(Work work, Disk disk, ChangeDisk command) {
        if (command.expiresAt() != null) {
            disk.checkBootsNone();
            disk.expiry.change(command.expiresAt().orElse(null), work.now());
        }
    }

    /** What an instance boots from goes with it, and is protected with it. */
    private static void checkProtectable(Disk disk, ChangeDisk command) {
        if (command.deletionProtection() != null) {
            disk.checkBootsNone();
        }
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
                    .chain(() -> wallets.require(work, disk.tenantId))
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

    /**
     * It can be taken back for a while, and is DELETED once its host has shown thereafter that nothing of it is left. What is named of it goes at
     * once; whoever asks again for the same finds it done, or has tried anew what a host could not do.
     */
    Uni<DiskView> delete(Call call, UUID id, Set<UUID> with, boolean isAtOnce) {
        return commands.change(call, work -> life.all()
                .locked(call, work, id)
                .invoke(disk -> checkDeletable(disk, with, isAtOnce))
                .invoke(Disk::checkNotProtected)
                .call(disk -> copyable.checkDetached(work, disk))
                .call(disk -> companions.delete(new Deletion(call, work, isAtOnce), disk.id, with, kinds))
                .chain(disk -> disk.isDeletedAlready(isAtOnce)
                        ? Uni.createFrom().item(life.all().view(disk))
                        : copyable.checkWithoutKeptSnapshots(work, disk).chain(() -> delete(work, disk, isAtOnce))));
    }

    private static void checkDeletable(Disk disk, Set<UUID> with, boolean isAtOnce) {
        if (with.isEmpty()) {
            disk.checkDeletable(isAtOnce);
        }
    }

    /** Has its owner told that it expires soon, or deletes it as its owner would; says when to look again. */
    public Uni<Next> expire(Work work, UUID id) {
        return life.all().locked(work, id).chain(found -> found.filter(Disk::isKept)
                .map(disk -> expiries.step(work, disk.expiry, disk.tenantId, step -> make(work, disk, step)))
                .orElseGet(() -> Uni.createFrom().item(Next.DONE)));
    }

    private Uni<?> make(Work work, Disk disk, ExpiryStep step) {
        return switch (step) {
            case TELL -> life.save(work, DiskEvents.EXPIRING, disk);
            case DELETE -> expired(work, disk);
            case BLOCK -> life.save(work, DiskEvents.EXPIRY_BLOCKED, disk);
        };
    }

    private Uni<DiskView> expired(Work work, Disk disk) {
        disk.checkNotProtected();
        return copyable.checkDetached(work, disk)
                .chain(() -> copyable.checkWithoutKeptSnapshots(work, disk))
                .chain(() -> delete(work, disk, false));
    }

    /** There is nothing to be taken back of one that no host has made, or that is being removed. */
    private Uni<DiskView> delete(Work work, Disk disk, boolean isAtOnce) {
        return undo.end(work, isAtOnce || !disk.isMade || disk.status == DiskStatus.DELETING)
                .map(end -> life.removeAt(work, disk, end))
                .orElseGet(() -> life.remove(work, disk));
    }

    /** It has kept its room and its place in the quota, so nothing but its end is in the way. */
    Uni<DiskView> restore(Call call, UUID id) {
        return commands.change(call, work -> life.all()
                .locked(call, work, id)
                .invoke(Disk::restore)
                .chain(disk -> life.save(work, DiskEvents.RESTORED, disk)));
    }

    /** Whoever reads its bytes for a snapshot would find some of before and some of after. */
    private Uni<Void> checkAtRest(Work work, Disk disk) {
        return copyable.checkDetached(work, disk)
                .chain(() -> work.none(DiskProblems::isBeingCopied, snapshots.unfinished(), disk.id));
    }

    public Uni<DiskView> get(Call call, UUID id) {
        return life.all().get(call, id);
    }

    Uni<Page<DiskView>> list(Call call, DiskFilter filter, ListPart page) {
        return life.all().list(call, filter, page);
    }
}
