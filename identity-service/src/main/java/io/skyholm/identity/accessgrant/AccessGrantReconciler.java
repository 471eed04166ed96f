package io.skyholm.identity.accessgrant;

import io.skyholm.events.identity.AccessGrantEvents;
import io.skyholm.runtime.reconcile.Next;
import io.skyholm.runtime.reconcile.Reconciler;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;

/** Ends access grants and requests whose time is over. Services refuse them by the clock; this is for those who look, and for audit. */
@ApplicationScoped
class AccessGrantReconciler implements Reconciler {

    static final String KIND = "access-grant";

    private final AccessGrantStore store;
    private final TenantTransaction transactions;

    AccessGrantReconciler(AccessGrantStore store, TenantTransaction transactions) {
        this.store = store;
        this.transactions = transactions;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Uni<Next> step(UUID id, Cause cause) {
        return transactions.change(
                cause, work -> store.grants().locked(work, id).chain(found -> found.map(grant -> step(work, grant))
                        .orElseGet(() -> Uni.createFrom().item(Next.DONE))));
    }

    private Uni<Next> step(Work work, AccessGrant grant) {
        if (grant.expire(work.now())) {
            grant.revision.changed(null, work.now());
            return store.grants().update(work, AccessGrantEvents.EXPIRED, grant).replaceWith(Next.DONE);
        }
        return Uni.createFrom()
                .item(grant.due()
                        .map(end -> Next.in(Duration.between(work.now(), end)))
                        .orElse(Next.DONE));
    }
}
