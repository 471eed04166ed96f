package io.skyholm.compute.consolesession;

import io.skyholm.events.compute.ConsoleSessionEnd;
import io.skyholm.runtime.reconcile.Next;
import io.skyholm.runtime.reconcile.Reconciler;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Forgets tickets that nobody used, and ends consoles of which whoever held them says nothing any more. */
@Singleton
class ConsoleSessionReconciler implements Reconciler {

    private final TenantTransaction transactions;
    private final ConsoleSessionStore store;
    private final ConsoleSessions sessions;
    private final ConsoleSessionSettings settings;

    ConsoleSessionReconciler(
            TenantTransaction transactions,
            ConsoleSessionStore store,
            ConsoleSessions sessions,
            ConsoleSessionSettings settings) {
        this.transactions = transactions;
        this.store = store;
        this.sessions = sessions;
        this.settings = settings;
    }

    @Override
    public String kind() {
        return ConsoleSessions.TASK;
    }

    @Override
    public String unrested() {
        return "select id from console_session where status <> 'ENDED'";
    }

    @Override
    public Uni<Next> step(UUID id, Cause cause) {
        return transactions
                .change(cause, work -> store.forgetTicket(work, id, settings.ticket())
                        .chain(() -> store.isSilent(work, id, settings.silence())))
                .chain(silent -> silent
                        ? sessions.end(id, ConsoleSessionEnd.LOST)
                        : Uni.createFrom().voidItem())
                .chain(() -> store.ofId(id))
                .map(left -> left.filter(session -> session.status() != ConsoleSessionStatus.ENDED)
                        .map(session -> Next.in(settings.silence().dividedBy(2)))
                        .orElse(Next.DONE));
    }
}
