package io.skyholm.billing.meter;

import io.skyholm.runtime.reconcile.ReconcileQueue;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.UUID;

/** The meters for which their wallet had too little. */
@Singleton
public class ShortMeters {

    /** Whoever has waited longest first; the sweep finds the others. */
    private static final String SHORT =
            "select id from meter where wallet_id = $1 and (owes or lacks_hold) order by updated_at limit 1000";

    private final ReconcileQueue queue;

    ShortMeters(ReconcileQueue queue) {
        this.queue = queue;
    }

    /** Has them try again, since there is something in the wallet. */
    public Uni<Void> wake(Work work, UUID wallet) {
        return work.values(UUID.class, SHORT, wallet)
                .invoke(ids -> queue.wakeWithin(work, MeterReconciler.KIND, ids, Duration.ZERO))
                .replaceWithVoid();
    }
}
