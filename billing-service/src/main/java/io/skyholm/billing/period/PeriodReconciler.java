package io.skyholm.billing.period;

import io.skyholm.runtime.reconcile.Next;
import io.skyholm.runtime.reconcile.Reconciler;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;

/** Invoices each month of a wallet once it is over. */
@ApplicationScoped
class PeriodReconciler implements Reconciler {

    private static final Duration SOON = Duration.ofSeconds(10);

    private final TenantTransaction transactions;
    private final PeriodStore store;
    private final Periods periods;

    PeriodReconciler(TenantTransaction transactions, PeriodStore store, Periods periods) {
        this.transactions = transactions;
        this.store = store;
        this.periods = periods;
    }

    @Override
    public String kind() {
        return "billing-period";
    }

    @Override
    public String unrested() {
        return PeriodStore.OVER;
    }

    @Override
    public Uni<Next> step(UUID id, Cause cause) {
        return transactions.change(
                cause, work -> store.lock(work, id).chain(found -> found.map(period -> close(work, period))
                        .orElseGet(() -> Uni.createFrom().item(Next.DONE))));
    }

    /** One month in each step: who was away for a year finds twelve. */
    private Uni<Next> close(Work work, OpenPeriod period) {
        if (work.now().isBefore(period.closes())) {
            return Uni.createFrom().item(Next.DONE);
        }
        return store.isUncharged(work, period)
                .chain(uncharged -> uncharged && !period.isOverdue(work.now())
                        ? Uni.createFrom().item(Next.in(SOON))
                        : periods.invoice(work, period, period.end(), null).replaceWith(Next.NOW));
    }
}
