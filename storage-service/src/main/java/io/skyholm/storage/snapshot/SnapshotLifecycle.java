package io.skyholm.storage.snapshot;

import io.quarkus.runtime.Startup;
import io.skyholm.events.EventType;
import io.skyholm.events.host.DesiredSnapshot;
import io.skyholm.events.host.ThingKey;
import io.skyholm.events.identity.CountedKind;
import io.skyholm.events.storage.DiskSnapshotEvents;
import io.skyholm.events.storage.DiskSnapshotFact;
import io.skyholm.events.storage.DiskSnapshotStatus;
import io.skyholm.hosts.HostDesiredStates;
import io.skyholm.hosts.HostState;
import io.skyholm.hosts.KnownMachines;
import io.skyholm.runtime.aggregate.Aggregate;
import io.skyholm.runtime.aggregate.Aggregates;
import io.skyholm.runtime.reconcile.ReconcileQueue;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.storage.StorageSettings;
import io.skyholm.storage.disk.CopyableDisks;
import io.skyholm.storage.disk.SnapshotsOfDisks;
import io.skyholm.storage.encryption.SealedKeys;
import io.skyholm.storage.encryption.SealedKeys.Place;
import io.skyholm.storage.host.HostedSteps;
import io.skyholm.storage.pool.PoolCapacity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.UUID;

/** The way of a snapshot from its room in a pool to the proof that it is gone, whoever asks for it. */
@Startup
@Singleton
class SnapshotLifecycle implements HostedSteps<DiskSnapshot> {

    /** Under which snapshots are woken. */
    static final String KIND = SnapshotsOfDisks.KIND;

    /** A disk in ERROR is not given up: its host goes on trying, and would never find the bytes again. */
    static final String READ = """
            select 1 from disk
            where deleted_at is null and status <> 'DELETING'
                and (source_snapshot_id = $1 and not is_made or rollback_snapshot_id = $1)""";

    private final Aggregate<DiskSnapshot, DiskSnapshotView, DiskSnapshotFact> snapshots;
    private final HostDesiredStates hosts;
    private final PoolCapacity capacity;
    private final ReconcileQueue queue;
    private final StorageSettings settings;
    private final SealedKeys keys;

    SnapshotLifecycle(
            Aggregates aggregates,
            HostDesiredStates hosts,
            PoolCapacity capacity,
            ReconcileQueue queue,
            StorageSettings settings,
            SealedKeys keys) {
        this.snapshots = aggregates
                .of("snapshot", DiskSnapshot.class, DiskSnapshotView.class, DiskSnapshotEvents.TYPES)
                .counted(CountedKind.DISK_SNAPSHOTS);
        this.hosts = hosts;
        this.capacity = capacity;
        this.queue = queue;
        this.settings = settings;
        this.keys = keys;
    }

    Aggregate<DiskSnapshot, DiskSnapshotView, DiskSnapshotFact> all() {
        return snapshots;
    }

    Uni<HostState> hostState(Work work, DiskSnapshot snapshot) {
        return KnownMachines.state(work, snapshot.onHost.host());
    }

    /** What it is to be has changed: its host will be told, and has so long for it. */
    void expect(Work work, DiskSnapshot snapshot) {
        int copiedGb = snapshot.status == DiskSnapshotStatus.CREATING ? snapshot.sizeGb : 0;
        Duration copying = settings.copyTimeoutPerGb().multipliedBy(copiedGb);
        snapshot.progress.waitUntil(work.now().plus(settings.diskTimeout()).plus(copying));
        queue.wake(work, KIND, snapshot.id);
    }

    /** Its host is told what it is to be. Only the platform tells hosts. */
    @Override
    public Uni<Void> tell(Work work, DiskSnapshot snapshot) {
        send(work, snapshot);
        return work.update(snapshot);
    }

    /** It goes with its disk to another tenant. Nothing is waited for: it is the other's whatever its host says. */
    Uni<DiskSnapshotView> give(Work work, DiskSnapshot snapshot, UUID tenant) {
        queue.wake(work, KIND, snapshot.id);
        return snapshots.transfer(work, DiskSnapshotEvents.TRANSFERRED, snapshot, given -> {
            giveKeys(given, tenant);
            given.give(tenant);
        });
    }

    private void giveKeys(DiskSnapshot snapshot, UUID tenant) {
        if (snapshot.keysSealed != null) {
            snapshot.keysSealed = keys.current(
                    snapshot.keysSealed,
                    new Place(SealedKeys.OF_SNAPSHOT, snapshot.tenantId, snapshot.id),
                    new Place(SealedKeys.OF_SNAPSHOT, tenant, snapshot.id));
        }
    }

    /** It is to go. */
    Uni<DiskSnapshotView> remove(Work work, DiskSnapshot snapshot) {
        snapshot.delete();
        expect(work, snapshot);
        return save(work, DiskSnapshotEvents.DELETING, snapshot);
    }

    /** It is what it should be. A host that has shown it once is told so, and never copies its disk anew. */
    @Override
    public Uni<DiskSnapshotView> ready(Work work, DiskSnapshot snapshot) {
        boolean isNew = !snapshot.isMade;
        snapshot.ready();
        wakeClone(work, snapshot);
        if (isNew) {
            send(work, snapshot);
        }
        if (snapshot.scheduleId != null) {
            queue.remind(work, ScheduledSnapshots.SCHEDULE, snapshot.scheduleId);
        }
        return save(work, DiskSnapshotEvents.READY, snapshot);
    }

    private void wakeClone(Work work, DiskSnapshot snapshot) {
        if (snapshot.cloneDiskId != null) {
            queue.wake(work, CopyableDisks.DISK, snapshot.cloneDiskId);
        }
    }

    /** It is proven gone: its room is its pool's again. */
    @Override
    public Uni<DiskSnapshotView> finish(Work work, DiskSnapshot snapshot, HostState host) {
        hosts.release(work, new ThingKey(DesiredSnapshot.KIND, snapshot.id), snapshot.onHost, host);
        capacity.release(work, snapshot.storagePoolId, snapshot.sizeGb);
        snapshot.end();
        snapshot.revision.deleted(work.cause().user(), work.now());
        return snapshots.update(work, DiskSnapshotEvents.DELETED, snapshot);
    }

    @Override
    public Uni<DiskSnapshotView> fail(Work work, DiskSnapshot snapshot, String reason) {
        snapshot.fail(reason);
        wakeClone(work, snapshot);
        return save(work, DiskSnapshotEvents.FAILED, snapshot);
    }

    @Override
    public Uni<DiskSnapshotView> explain(Work work, DiskSnapshot snapshot, String reason) {
        snapshot.explain(reason);
        return save(work, DiskSnapshotEvents.DELETING, snapshot);
    }

    Uni<DiskSnapshotView> save(Work work, EventType<DiskSnapshotFact> type, DiskSnapshot snapshot) {
        snapshot.revision.changed(work.cause().user(), work.now());
        return snapshots.update(work, type, snapshot);
    }

    private void send(Work work, DiskSnapshot snapshot) {
        hosts.tell(work, snapshot.host(), snapshot.tell());
    }
}
