package io.skyholm.storage.disk;

import io.skyholm.events.host.DesiredDisk;
import io.skyholm.events.storage.DiskEvents;
import io.skyholm.events.storage.DiskMoveStep;
import io.skyholm.events.storage.DiskStatus;
import io.skyholm.events.storage.DiskType;
import io.skyholm.hosts.ThingOnHost;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.reconcile.ReconcileQueue;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.storage.encryption.SealedKeys;
import io.skyholm.storage.encryption.SealedKeys.Place;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Disks as who copies or moves them has to know them. */
@Singleton
public class CopyableDisks {

    /** Under which disks are woken. */
    public static final String DISK = "disk";

    /** Under which the check of a disk is woken, by the disk's id; its room stands above. */
    public static final String CHECK = "disk-check";

    /**
     * A disk of which a snapshot can be made, in that pool on that host.
     *
     * @param keepsMoments whether its pool keeps the bytes of one moment, whoever writes to it then
     * @param bootsInstance whether an instance boots from it, and may write to it whenever it runs
     * @param isIso whether it has the bytes of an ISO
     */
    public record CopyableDisk(
            UUID id,
            UUID tenantId,
            UUID host,
            UUID storagePoolId,
            int sizeGb,
            @Nullable String keysSealed,
            boolean keepsMoments,
            boolean bootsInstance,
            boolean isIso) {

        /** Where its keys are sealed. */
        public Place place() {
            return new Place(SealedKeys.OF_DISK, tenantId, id);
        }
    }

    /** A disk that can be moved, where it is on its host. */
    public record MovableDisk(
            UUID id,
            UUID tenantId,
            ThingOnHost onHost,
            UUID edgeDataCenterId,
            UUID storagePoolId,
            DiskType diskType,
            int sizeGb,
            boolean encrypted,
            int keyVersion) {}

    /** A disk that its host can check. */
    public record CheckableDisk(
            UUID id, UUID tenantId, @Nullable UUID userId, UUID host, int sizeGb) {}

    /** Where a disk was before it was moved. */
    public record Left(ThingOnHost onHost, UUID storagePoolId) {}

    /** Who moves disks to other pools; its room stands above. */
    public interface Mover {

        /** A condition in SQL under which the disk {@code thing} is on {@code seen.host} for the sake of a move. */
        String isKeptThere();

        /** A disk goes to another tenant: what is kept of its moves goes along, since the next one goes on from there. */
        void give(Work work, UUID disk, UUID tenant);

        /** A disk goes that is moved: what the other pool has of it goes, too. */
        Uni<Void> giveUp(Work work, UUID disk);
    }

    private final DiskLifecycle life;
    private final DiskDependent dependent;
    private final SnapshotsOfDisks snapshots;
    private final ReconcileQueue queue;
    private final EncryptedDisks encrypted;

    CopyableDisks(
            DiskLifecycle life,
            DiskDependent dependent,
            SnapshotsOfDisks snapshots,
            ReconcileQueue queue,
            EncryptedDisks encrypted) {
        this.life = life;
        this.dependent = dependent;
        this.snapshots = snapshots;
        this.queue = queue;
        this.encrypted = encrypted;
    }

    /** One that the caller sees and that is AVAILABLE; it stays so, and nobody attaches it, until the transaction ends. */
    public Uni<CopyableDisk> held(Work work, UUID id) {
        return life.all()
                .required(work, id)
                .invoke(Disk::checkCopiedInUse)
                .invoke(Disk::checkAvailable)
                .map(CopyableDisks::copyable);
    }

    /** One that the caller sees, and that is not being deleted; it stays so until the transaction ends. */
    public Uni<CopyableDisk> living(Work work, UUID id) {
        return life.all()
                .required(work, id)
                .invoke(Disk::checkCopiedInUse)
                .invoke(Disk::checkStays)
                .map(CopyableDisks::copyable);
    }

    private static CopyableDisk copyable(Disk disk) {
        UUID host = disk.host();
        return new CopyableDisk(
                disk.id,
                disk.tenantId,
                host,
                disk.storagePoolId,
                disk.sizeGb,
                disk.keysSealed,
                disk.isInCeph(),
                disk.bootInstanceId != null,
                disk.isIso);
    }

    /** One that nothing uses and that is all there is of it: instances and snapshots are where it was. */
    public Uni<MovableDisk> movable(Call call, Work work, UUID id) {
        return life.all()
                .locked(call, work, id)
                .invoke(Disk::checkMovable)
                .call(disk -> checkDetached(work, disk))
                .call(disk -> checkWithoutSnapshots(work, disk))
                .map(CopyableDisks::movable);
    }

    private static MovableDisk movable(Disk disk) {
        return new MovableDisk(
                disk.id,
                disk.tenantId,
                disk.onHost,
                disk.edgeDataCenterId,
                disk.storagePoolId,
                disk.diskType,
                disk.sizeGb,
                disk.encrypted,
                disk.keyVersion);
    }

    /** One that its host has had, and to be mended one that nothing uses; it stays so until the transaction ends. */
    public Uni<CheckableDisk> checkable(Work work, UUID id, boolean isToBeMended) {
        return life.all()
                .required(work, id)
                .invoke(Disk::checkMade)
                .call(disk -> isToBeMended
                        ? checkDetached(work, disk)
                        : Uni.createFrom().voidItem())
                .map(disk -> new CheckableDisk(disk.id, disk.tenantId, disk.userId, disk.host(), disk.sizeGb));
    }

    /** It is on its way to another pool from now on. */
    public Uni<DiskView> move(Work work, UUID id, UUID pool) {
        return life.all()
                .required(work, id)
                .invoke(disk -> disk.move(pool))
                .invoke(disk -> queue.wake(work, CHECK, disk.id))
                .chain(disk -> life.save(work, DiskEvents.CHANGED, disk));
    }

    /** Holds one that is moved until the transaction ends; it is changed before whatever belongs to its move. */
    public Uni<Boolean> lock(Work work, UUID id) {
        return life.all().locked(work, id).map(Optional::isPresent);
    }

    /** What a host is told of one that it is to have, too, with its keys where it is encrypted; fails while the host has none to be told them with. */
    public Uni<DesiredDisk> opened(Work work, UUID host, DesiredDisk desired) {
        return life.all()
                .required(work, desired.id())
                .chain(disk -> disk.encrypted
                        ? encrypted
                                .hostKey(work, host)
                                .map(found -> encrypted.opened(
                                        disk, host, found.orElseThrow(DiskProblems::agentTooOld), desired))
                        : Uni.createFrom().item(desired));
    }

    /** Its move has come so far, or waits for that reason. */
    public Uni<Void> moving(Work work, UUID id, DiskMoveStep step, @Nullable String reason) {
        return life.all()
                .required(work, id)
                .chain(disk -> disk.moving(step, reason)
                        ? life.save(work, DiskEvents.CHANGED, disk).replaceWithVoid()
                        : Uni.createFrom().voidItem());
    }

    /** The host of the other pool has it, with all of its bytes: it is there from now on. Gives where it was. */
    public Uni<Left> place(Work work, UUID id, ThingOnHost there, DiskType type) {
        return life.all().required(work, id).chain(disk -> {
            Left left = new Left(disk.onHost, disk.storagePoolId);
            disk.place(there, type);
            queue.wake(work, DiskLifecycle.KIND, id);
            return life.save(work, DiskEvents.READY, disk).replaceWith(left);
        });
    }

    /** One that is still to come to the other pool stays in its own, as its caller wants. */
    public Uni<DiskView> callOff(Call call, Work work, UUID id) {
        return life.all().locked(call, work, id).invoke(Disk::checkMoving).chain(disk -> stay(work, disk, null));
    }

    /** It stays in its pool. */
    public Uni<DiskView> stay(Work work, UUID id, String reason) {
        return life.all().required(work, id).chain(disk -> stay(work, disk, reason));
    }

    /** Its host may have been lost meanwhile, which is looked at anew. */
    private Uni<DiskView> stay(Work work, Disk disk, @Nullable String reason) {
        disk.stay(reason);
        queue.wake(work, DiskLifecycle.KIND, disk.id);
        return life.save(work, DiskEvents.CHANGED, disk);
    }

    /** It is in one pool alone. */
    public Uni<DiskView> moved(Work work, UUID id) {
        return life.all().required(work, id).chain(disk -> {
            disk.moved();
            queue.wake(work, DiskLifecycle.KIND, id);
            return life.save(work, disk.status == DiskStatus.DELETING ? DiskEvents.DELETING : DiskEvents.CHANGED, disk);
        });
    }

    /** What an instance has stays as the instance knows it. */
    Uni<Void> checkDetached(Work work, Disk disk) {
        disk.checkBootsNone();
        return work.none(DiskProblems::isAttached, dependent.select(), disk.id);
    }

    private Uni<Void> checkWithoutSnapshots(Work work, Disk disk) {
        return checkWithout(work, disk, snapshots.names());
    }

    /** Those that are being deleted are in nobody's way: each is a copy, which its host removes whether it has the disk or not. */
    Uni<Void> checkWithoutKeptSnapshots(Work work, Disk disk) {
        return checkWithout(work, disk, snapshots.keptNames());
    }

    private static Uni<Void> checkWithout(Work work, Disk disk, String snapshots) {
        return work.values(String.class, snapshots, disk.id)
                .invoke(names -> {
                    if (!names.isEmpty()) {
                        throw DiskProblems.hasSnapshots(names);
                    }
                })
                .replaceWithVoid();
    }
}
