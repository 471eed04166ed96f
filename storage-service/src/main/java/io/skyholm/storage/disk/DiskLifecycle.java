package io.skyholm.storage.disk;

import io.quarkus.runtime.Startup;
import io.skyholm.events.EventType;
import io.skyholm.events.host.DesiredDisk;
import io.skyholm.events.host.DiskSource;
import io.skyholm.events.host.ThingKey;
import io.skyholm.events.identity.CountedKind;
import io.skyholm.events.storage.DiskEvents;
import io.skyholm.events.storage.DiskFact;
import io.skyholm.events.storage.DiskSnapshotStatus;
import io.skyholm.events.storage.DiskStatus;
import io.skyholm.hosts.HostDesiredStates;
import io.skyholm.hosts.HostState;
import io.skyholm.hosts.KnownMachines;
import io.skyholm.runtime.aggregate.Aggregate;
import io.skyholm.runtime.aggregate.Aggregates;
import io.skyholm.runtime.reconcile.ReconcileQueue;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.storage.Owner;
import io.skyholm.storage.StorageSettings;
import io.skyholm.storage.host.HostedSteps;
import io.skyholm.storage.pool.PoolCapacity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The way of a disk from its room in a pool to the proof that it is gone, whoever asks for it. */
@Startup
@Singleton
class DiskLifecycle implements HostedSteps<Disk> {

    /** Under which disks are woken. */
    static final String KIND = CopyableDisks.DISK;

    static final String NO_KEY = "The agent of its host is too old for encrypted disks";

    private static final String NO_BYTES = "The bytes that it was to begin with are no more";

    private final Aggregate<Disk, DiskView, DiskFact> disks;
    private final HostDesiredStates hosts;
    private final PoolCapacity capacity;
    private final DiskSources sources;
    private final ReconcileQueue queue;
    private final InstanceDisks.Follower follower;
    private final CopyableDisks.Mover mover;
    private final StorageSettings settings;
    private final EncryptedDisks encrypted;

    DiskLifecycle(
            Aggregates aggregates,
            HostDesiredStates hosts,
            PoolCapacity capacity,
            DiskSources sources,
            ReconcileQueue queue,
            InstanceDisks.Follower follower,
            CopyableDisks.Mover mover,
            StorageSettings settings,
            EncryptedDisks encrypted) {
        this.disks = aggregates
                .of("disk", Disk.class, DiskView.class, DiskEvents.TYPES)
                .counted(CountedKind.DATA_DISKS);
        this.hosts = hosts;
        this.capacity = capacity;
        this.sources = sources;
        this.queue = queue;
        this.follower = follower;
        this.mover = mover;
        this.settings = settings;
        this.encrypted = encrypted;
    }

    Aggregate<Disk, DiskView, DiskFact> all() {
        return disks;
    }

    Uni<HostState> hostState(Work work, Disk disk) {
        return KnownMachines.state(work, disk.onHost.host());
    }

    /** What it is to be has changed: its host will be told, and has so long for it. */
    void expect(Work work, Disk disk) {
        if (!disk.isToBeCloned()) {
            disk.progress.waitUntil(deadline(work, disk));
        }
        queue.wake(work, KIND, disk.id);
        if (disk.isMade) {
            queue.wake(work, CopyableDisks.CHECK, disk.id);
        }
    }

    private Instant deadline(Work work, Disk disk) {
        Duration copying = settings.copyTimeoutPerGb().multipliedBy(copiedGb(disk));
        return work.now().plus(settings.diskTimeout()).plus(copying);
    }

    /** How much its host has to copy for what it was asked last. */
    static int copiedGb(Disk disk) {
        boolean isCopied = disk.imageVersionId != null || disk.sourceSnapshotId != null || disk.sourceBackupId != null;
        return switch (disk.status) {
            case CREATING -> isCopied ? disk.sizeGb : 0;
            case RESTORING -> disk.sizeGb;
            case AVAILABLE, GROWING, ROTATING, MOVING, ERROR, DELETING, DELETED -> 0;
        };
    }

    /** Its host is told what it is to be. Only the platform tells hosts. */
    @Override
    public Uni<?> tell(Work work, Disk disk) {
        if (disk.isToBeCloned()) {
            return sources.snapshotOf(work, disk).chain(found -> tellOfClone(work, disk, found));
        }
        if (!disk.isToBeFilled()) {
            return tell(work, disk, null);
        }
        return sources.bytesOf(work, disk).chain(found -> found.<Uni<?>>map(bytes -> fill(work, disk, bytes.source()))
                .orElseGet(() -> failForGood(work, disk)));
    }

    /** Its host is told when the snapshot that is made for it is there: whoever makes that wakes the clone, and has a deadline of its own. */
    private Uni<?> tellOfClone(Work work, Disk disk, Optional<SnapshotsOfDisks.Known> found) {
        DiskSnapshotStatus status = found.map(SnapshotsOfDisks.Known::status).orElse(DiskSnapshotStatus.DELETED);
        return switch (status) {
            case CREATING -> Uni.createFrom().voidItem();
            case AVAILABLE -> fill(work, disk, null);
            case ERROR -> {
                String reason = found.map(SnapshotsOfDisks.Known::statusReason).orElse("");
                yield failOnce(work, disk, "The snapshot that it is to be made of cannot be made: " + reason);
            }
            case DELETING, DELETED -> failForGood(work, disk);
        };
    }

    private Uni<?> failForGood(Work work, Disk disk) {
        disk.failForGood(NO_BYTES);
        return save(work, DiskEvents.FAILED, disk);
    }

    /** It may have taken a while until they lay where its host reads them. */
    private Uni<Void> fill(Work work, Disk disk, @Nullable DiskSource source) {
        if (disk.status == DiskStatus.CREATING) {
            disk.progress.waitUntil(deadline(work, disk));
        }
        return tell(work, disk, source);
    }

    /** The bytes that its host is yet to copy; empty where it copies none, or they are no more. */
    Uni<Optional<DiskSources.Bytes>> bytesToCopy(Work work, Disk disk) {
        return disk.isToBeFilled()
                ? sources.bytesOf(work, disk)
                : Uni.createFrom().item(Optional.empty());
    }

    private Uni<Void> tell(Work work, Disk disk, @Nullable DiskSource source) {
        boolean isPresent = disk.status != DiskStatus.DELETING;
        if (!disk.encrypted || !isPresent) {
            send(work, disk, disk.tell(isPresent, source));
            return work.update(disk);
        }
        return disk.keysSealed == null
                ? Uni.createFrom().voidItem()
                : encrypted.hostKey(work, disk.host()).chain(found -> found.map(key -> {
                            sendWithKeys(work, disk, key, source);
                            return work.update(disk);
                        })
                        .orElseGet(() -> failOnce(work, disk, NO_KEY)));
    }

    private void sendWithKeys(Work work, Disk disk, String hostKey, @Nullable DiskSource source) {
        disk.sealedFor = hostKey;
        send(work, disk, encrypted.opened(disk, disk.host(), hostKey, disk.tell(true, source)));
    }

    private Uni<Void> failOnce(Work work, Disk disk, String reason) {
        boolean isKnown = disk.status == DiskStatus.ERROR && reason.equals(disk.progress.statusReason());
        return isKnown ? Uni.createFrom().voidItem() : fail(work, disk, reason).replaceWithVoid();
    }

    /** It goes to another tenant. Nothing is waited for: it is the other's whatever its host says. */
    Uni<DiskView> give(Work work, Disk disk, Owner to) {
        queue.wake(work, KIND, disk.id);
        mover.give(work, disk.id, to.tenantId());
        return disks.transfer(work, DiskEvents.TRANSFERRED, disk, given -> {
            encrypted.give(given, to);
            given.give(to);
        });
    }

    /** It is to go when it can be taken back no longer, which its reconciler finds. */
    Uni<DiskView> removeAt(Work work, Disk disk, Instant end) {
        disk.deleteAt(end);
        return save(work, DiskEvents.DELETION_SCHEDULED, disk);
    }

    /** It is to go. */
    Uni<DiskView> remove(Work work, Disk disk) {
        disk.delete();
        expect(work, disk);
        readsNoSnapshot(work, disk);
        return (disk.moveStep == null ? Uni.createFrom().voidItem() : mover.giveUp(work, disk.id))
                .chain(() -> save(work, DiskEvents.DELETING, disk));
    }

    /** It is what it should be. A host that has made it or rolled it back is told so, and does neither again. */
    @Override
    public Uni<DiskView> ready(Work work, Disk disk) {
        boolean isToldAgain = disk.isToldOnce() || disk.isKeyToBeProven();
        releaseDraft(work, disk);
        if (!disk.isMade) {
            readsNoSnapshot(work, disk);
        }
        disk.keyShown(work.now());
        disk.ready();
        encrypted.proven(disk);
        return (isToldAgain ? tell(work, disk, null) : Uni.createFrom().voidItem())
                .chain(() -> save(work, DiskEvents.READY, disk));
    }

    /** One that was made for a clone goes now. */
    private void readsNoSnapshot(Work work, Disk disk) {
        if (disk.sourceSnapshotId != null) {
            queue.wake(work, SnapshotsOfDisks.KIND, disk.sourceSnapshotId);
        }
    }

    /** One that no host was told of has taken no room, and gives it back at once; else the host has to show first that it has ended. */
    void calledOff(Work work, Disk disk) {
        if (!disk.mayHaveDraft()) {
            releaseDraft(work, disk);
        }
        expect(work, disk);
    }

    private void releaseDraft(Work work, Disk disk) {
        int draftGb = disk.withoutDraft();
        if (draftGb > 0) {
            capacity.release(work, disk.storagePoolId, draftGb);
        }
    }

    /** It is proven gone: its room is its pool's again. */
    @Override
    public Uni<DiskView> finish(Work work, Disk disk, HostState host) {
        hosts.release(work, new ThingKey(DesiredDisk.KIND, disk.id), disk.onHost, host);
        releaseDraft(work, disk);
        capacity.release(work, disk.storagePoolId, disk.sizeGb);
        disk.end();
        queue.wake(work, CopyableDisks.CHECK, disk.id);
        disk.revision.deleted(work.cause().user(), work.now());
        return write(work, DiskEvents.DELETED, disk);
    }

    @Override
    public Uni<DiskView> fail(Work work, Disk disk, String reason) {
        disk.fail(reason);
        return save(work, DiskEvents.FAILED, disk);
    }

    @Override
    public Uni<DiskView> explain(Work work, Disk disk, String reason) {
        disk.explain(reason);
        return save(work, DiskEvents.DELETING, disk);
    }

    Uni<DiskView> save(Work work, EventType<DiskFact> type, Disk disk) {
        disk.revision.changed(work.cause().user(), work.now());
        return write(work, type, disk);
    }

    private Uni<DiskView> write(Work work, EventType<DiskFact> type, Disk disk) {
        if (disk.bootInstanceId != null) {
            follower.diskChanged(work, disk.bootInstanceId);
        }
        return disks.update(work, type, disk);
    }

    private void send(Work work, Disk disk, DesiredDisk desired) {
        hosts.tell(work, disk.host(), desired);
    }
}
