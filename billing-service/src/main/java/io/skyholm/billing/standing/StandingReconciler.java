package io.skyholm.billing.standing;

import io.skyholm.runtime.reconcile.Next;
import io.skyholm.runtime.reconcile.Reconciler;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Looks at wallets that have changed, and at those of which a time has come. */
@ApplicationScoped
class StandingReconciler implements Reconciler {

    private final TenantTransaction transactions;
    private final Standings standings;

    StandingReconciler(TenantTransaction transactions, Standings standings) {
        this.transactions = transactions;
        this.standings = standings;
    }

    @Override
    public String kind() {
        return Standings.KIND;
    }

    @Override
    public String unrested() {
        return "select wallet_id as id from wallet_standing where due_at <= calendar_now()";
    }

    @Override
    public Uni<Next> step(UUID id, Cause cause) {
        return transactions.change(cause, work -> standings.look(work, id)).replaceWith(Next.DONE);
    }
}
