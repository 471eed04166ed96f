package io.skyholm.storage.snapshot;

import io.skyholm.runtime.reconcile.Next;
import io.skyholm.runtime.reconcile.Reconciler;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.storage.host.HostedMove;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Brings a snapshot's row to what its host has shown, and says when that takes too long. */
@ApplicationScoped
class SnapshotReconciler implements Reconciler {

    private final SnapshotLifecycle life;
    private final ReadSnapshots reads;
    private final TenantTransaction transactions;

    SnapshotReconciler(SnapshotLifecycle life, ReadSnapshots reads, TenantTransaction transactions) {
        this.life = life;
        this.reads = reads;
        this.transactions = transactions;
    }

    @Override
    public String kind() {
        return SnapshotLifecycle.KIND;
    }

    @Override
    public String unrested() {
        return """
                select id from disk_snapshot where status in ('CREATING', 'DELETING')
                union
                select kept.id from disk_snapshot kept join known_machine machine on machine.id = kept.compute_machine_id
                where machine.status = 'DELETED' and kept.status <> 'ERROR' and kept.deleted_at is null
                union
                select made.id from disk_snapshot made
                where made.clone_disk_id is not null and made.deleted_at is null and not exists (
                    select from disk clone
                    where clone.id = made.clone_disk_id and not clone.is_made and clone.deleted_at is null)""";
    }

    @Override
    public Uni<Next> step(UUID id, Cause cause) {
        return transactions.change(
                cause, work -> life.all().locked(work, id).chain(found -> found.map(snapshot -> step(work, snapshot))
                        .orElseGet(() -> Uni.createFrom().item(Next.DONE))));
    }

    /** One that was made for a clone goes when that needs it no more, and nobody else reads it. */
    private Uni<Next> step(Work work, DiskSnapshot snapshot) {
        if (snapshot.cloneDiskId == null || snapshot.isLeaving()) {
            return hosted(work, snapshot);
        }
        return work.exists(reads.reading(), snapshot.id)
                .chain(isRead -> isRead
                        ? hosted(work, snapshot)
                        : life.remove(work, snapshot).replaceWith(Next.NOW));
    }

    private Uni<Next> hosted(Work work, DiskSnapshot snapshot) {
        return life.hostState(work, snapshot)
                .chain(host -> life.make(work, snapshot, host, HostedMove.of(snapshot, host, work.now())))
                .map(done -> snapshot.next());
    }
}
