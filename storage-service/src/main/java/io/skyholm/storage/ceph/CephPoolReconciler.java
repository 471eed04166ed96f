package io.skyholm.storage.ceph;

import io.skyholm.runtime.reconcile.Next;
import io.skyholm.runtime.reconcile.Reconciler;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.storage.host.HostedMove;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Brings the row of a pool in Ceph to what its host has shown, and says when that takes too long. */
@ApplicationScoped
class CephPoolReconciler implements Reconciler {

    private final CephPoolLifecycle life;
    private final TenantTransaction transactions;

    CephPoolReconciler(CephPoolLifecycle life, TenantTransaction transactions) {
        this.life = life;
        this.transactions = transactions;
    }

    @Override
    public String kind() {
        return CephPoolLifecycle.KIND;
    }

    @Override
    public String unrested() {
        return "select id from ceph_pool where deleted_at is null and (is_stale or status in ('CONNECTING', 'DELETING'))";
    }

    @Override
    public Uni<Next> step(UUID id, Cause cause) {
        return transactions.change(
                cause, work -> life.all().locked(work, id).chain(found -> found.map(pool -> step(work, pool))
                        .orElseGet(() -> Uni.createFrom().item(Next.DONE))));
    }

    private Uni<Next> step(Work work, CephPool pool) {
        return life.hostState(work, pool)
                .chain(host -> life.make(work, pool, host, HostedMove.of(pool, host, work.now())))
                .map(done -> pool.next());
    }
}
