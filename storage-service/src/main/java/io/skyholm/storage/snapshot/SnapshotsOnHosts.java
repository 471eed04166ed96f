package io.skyholm.storage.snapshot;

import io.skyholm.events.host.DesiredSnapshot;
import io.skyholm.events.host.ThingKind;
import io.skyholm.hosts.Orphan;
import io.skyholm.runtime.reconcile.ReconcileQueue;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.storage.host.KindOnMachines;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Snapshots as things on hosts: their rows take what hosts report. */
@Singleton
class SnapshotsOnHosts implements KindOnMachines {

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
    public String onMachine() {
        return "select id from disk_snapshot where compute_machine_id = $1 and deleted_at is null";
    }

    @Override
    public Class<? extends Orphan> orphan() {
        return AbsentSnapshot.class;
    }

    @Override
    public void changed(Work work, UUID snapshot, boolean isDesired) {
        queue.remind(work, SnapshotLifecycle.KIND, snapshot);
    }
}
