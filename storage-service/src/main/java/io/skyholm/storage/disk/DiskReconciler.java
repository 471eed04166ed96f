package io.skyholm.storage.disk;

import io.skyholm.runtime.reconcile.Next;
import io.skyholm.runtime.reconcile.Reconciler;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.storage.host.HostedMove;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Brings a disk's row to what its host has shown, and says when that takes too long. */
@ApplicationScoped
class DiskReconciler implements Reconciler {

    private final DiskLifecycle life;
    private final TenantTransaction transactions;

    DiskReconciler(DiskLifecycle life, TenantTransaction transactions) {
        this.life = life;
        this.transactions = transactions;
    }

    @Override
    public String kind() {
        return DiskLifecycle.KIND;
    }

    @Override
    public String unrested() {
        return """
                select id from disk where status in ('CREATING', 'GROWING', 'RESTORING', 'DELETING')
                union
                select disk.id from disk join known_machine machine on machine.id = disk.compute_machine_id
                where machine.status = 'DELETED' and disk.status <> 'ERROR' and disk.deleted_at is null""";
    }

    @Override
    public Uni<Next> step(UUID id, Cause cause) {
        return transactions.change(
                cause, work -> life.all().locked(work, id).chain(found -> found.map(disk -> step(work, disk))
                        .orElseGet(() -> Uni.createFrom().item(Next.DONE))));
    }

    private Uni<Next> step(Work work, Disk disk) {
        return life.hostState(work, disk)
                .chain(host -> life.make(work, disk, host, HostedMove.of(disk, host, work.now())))
                .map(done -> disk.next());
    }
}
