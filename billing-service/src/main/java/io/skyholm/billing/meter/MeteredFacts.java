package io.skyholm.billing.meter;

import io.skyholm.billing.wallet.Wallets;
import io.skyholm.runtime.reconcile.ReconcileQueue;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Notes what facts say of what is metered. */
@Singleton
class MeteredFacts {

    private final Wallets wallets;
    private final MeterStore store;
    private final ReconcileQueue queue;

    MeteredFacts(Wallets wallets, MeterStore store, ReconcileQueue queue) {
        this.wallets = wallets;
        this.store = store;
        this.queue = queue;
    }

    /** It may be told before its tenant, whose wallet it needs. Whoever had it before pays until then. */
    Uni<Void> note(Work work, MeterFact fact) {
        return wallets.open(work, fact.tenantId())
                .chain(() -> store.note(work, fact))
                .invoke(meter -> queue.wake(work, MeterReconciler.KIND, meter))
                .chain(() -> store.leave(work, fact))
                .invoke(left -> queue.wakeWithin(work, MeterReconciler.KIND, left, Duration.ZERO))
                .replaceWithVoid();
    }
}
