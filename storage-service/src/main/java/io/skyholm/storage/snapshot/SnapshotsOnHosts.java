package io.skyholm.storage.snapshot;

import io.skyholm.events.compute.MachineFact;
import io.skyholm.events.compute.MachineStatus;
import io.skyholm.events.host.DesiredSnapshot;
import io.skyholm.events.host.ThingKind;
import io.skyholm.hosts.HostedKind;
import io.skyholm.hosts.Orphan;
import io.skyholm.runtime.reconcile.ReconcileQueue;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.storage.host.MachineFollower;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Snapshots as things on hosts: their rows take what hosts report. */
@Singleton
class SnapshotsOnHosts implements HostedKind, MachineFollower {

    private static final String ON_IT =
            "select id from disk_snapshot where compute_machine_id = $1 and deleted_at is null";

    private final ReconcileQueue queue;

    SnapshotsOnHosts(ReconcileQueue queue) {
        this.queue = queue;
    }

    @Override
    public ThingKind kind() {
        return DesiredSnapshot.KIND;
    }

    @Override
    public String table() {
        return "disk_snapshot";
    }

    @Override
    public Class<? extends Orphan> orphan() {
        return AbsentSnapshot.class;
    }

    @Override
    public void changed(Work work, UUID snapshot, boolean isDesired) {
        queue.wake(work, SnapshotLife.KIND, snapshot);
    }

    @Override
    public Uni<?> follow(Work work, MachineFact machine) {
        return machine.status() == MachineStatus.DELETED
                ? wakeAllOn(work, machine.id())
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> wakeAllOn(Work work, UUID machine) {
        return work.values(UUID.class, ON_IT, machine)
                .invoke(snapshots -> snapshots.forEach(snapshot -> queue.wake(work, SnapshotLife.KIND, snapshot)))
                .replaceWithVoid();
    }
}
