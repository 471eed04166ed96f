package io.skyholm.storage.snapshot;

import static io.skyholm.deletion.DeletionStage.RUNNING;

import io.skyholm.deletion.DataHolder;
import io.skyholm.deletion.Holding;
import io.skyholm.deletion.HoldingProgress;
import io.skyholm.deletion.OwnedRows;
import io.skyholm.events.storage.DiskSnapshotStatus;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;

/** The snapshots of a tenant are removed when it is deleted, and gone when their hosts have shown it. */
@Singleton
class TenantSnapshots implements DataHolder {

    private static final OwnedRows HELD =
            OwnedRows.livingOfTenant("disk_snapshot").nowOnly("status <> 'DELETING'");

    private final SnapshotLifecycle life;

    TenantSnapshots(SnapshotLifecycle life) {
        this.life = life;
    }

    @Override
    public Holding holding() {
        return Holding.ofTenant(RUNNING, "snapshots of disks", "disk_snapshot");
    }

    @Override
    public Uni<HoldingProgress> empty(Work work, UUID tenant) {
        return HELD.each(work, tenant, id -> remove(work, id))
                .map(emptied -> emptied.waitingFor("their hosts to show that they are gone"));
    }

    private Uni<Boolean> remove(Work work, UUID id) {
        return life.all().locked(work, id).chain(found -> found.filter(
                        snapshot -> snapshot.status != DiskSnapshotStatus.DELETING)
                .map(snapshot -> life.remove(work, snapshot).replaceWith(true))
                .orElseGet(() -> Uni.createFrom().item(false)));
    }
}
