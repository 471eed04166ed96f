package io.skyholm.storage.copy;

import io.skyholm.hosts.HostState;
import io.skyholm.runtime.reconcile.Next;
import io.skyholm.runtime.reconcile.Reconciler;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.storage.host.HostedMove;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Brings the bytes of a snapshot to the store by its host, and has them verified once no host writes them any more. */
@ApplicationScoped
class CopyReconciler implements Reconciler {

    private static final String GONE = "The host of the snapshot is no more";

    private final CopyLifecycle life;
    private final TenantTransaction transactions;

    CopyReconciler(CopyLifecycle life, TenantTransaction transactions) {
        this.life = life;
        this.transactions = transactions;
    }

    @Override
    public String kind() {
        return CopyLifecycle.KIND;
    }

    @Override
    public String unrested() {
        return "select id from version_copy where deleted_at is null";
    }

    @Override
    public Uni<Next> step(UUID id, Cause cause) {
        return transactions.change(
                cause, work -> life.locked(work, id).chain(found -> found.map(copy -> step(work, copy))
                        .orElseGet(() -> Uni.createFrom().item(Next.DONE))));
    }

    private Uni<Next> step(Work work, VersionCopy copy) {
        return life.hostState(work, copy).chain(host -> {
            if (host == HostState.DELETED && !copy.isLeaving()) {
                return life.end(work, copy, GONE).replaceWith(Next.NOW);
            }
            if (copy.isLate(work.now())) {
                return life.end(work, copy, copy.lateness()).replaceWith(Next.NOW);
            }
            HostedMove move = HostedMove.of(copy, host, work.now());
            return life.make(work, copy, host, move).map(made -> after(move, copy));
        });
    }

    private static Next after(HostedMove move, VersionCopy copy) {
        return switch (move.kind()) {
            case READY -> Next.NOW;
            case FINISH -> Next.DONE;
            case REST, TELL, FAIL, EXPLAIN -> copy.next();
        };
    }
}
