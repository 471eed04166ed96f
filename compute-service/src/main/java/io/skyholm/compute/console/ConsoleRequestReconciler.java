package io.skyholm.compute.console;

import io.skyholm.runtime.reconcile.Next;
import io.skyholm.runtime.reconcile.Reconciler;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.UUID;

/** Ends what nobody waits for any more, also where whoever waited has died: what a guest wrote is not kept, and its host is not asked. */
@Singleton
class ConsoleRequestReconciler implements Reconciler {

    private static final Duration AGAIN = Duration.ofSeconds(2);

    private final TenantTransaction transactions;
    private final ConsoleRequests requests;

    ConsoleRequestReconciler(TenantTransaction transactions, ConsoleRequests requests) {
        this.transactions = transactions;
        this.requests = requests;
    }

    @Override
    public String kind() {
        return ConsoleRequests.TASK;
    }

    @Override
    public String unrested() {
        return "select id from console_request where expires_at <= calendar_now()";
    }

    @Override
    public Uni<Next> step(UUID id, Cause cause) {
        return transactions
                .change(cause, work -> requests.end(work, id))
                .map(over -> over ? Next.DONE : Next.in(AGAIN));
    }
}
