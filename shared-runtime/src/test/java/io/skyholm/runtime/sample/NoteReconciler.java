package io.skyholm.runtime.sample;

import io.skyholm.runtime.reconcile.Next;
import io.skyholm.runtime.reconcile.Reconciler;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Files every note. */
@ApplicationScoped
class NoteReconciler implements Reconciler {

    static final String KIND = "note";

    private static final String FILE = "update note set state = 'FILED' where id = $1";

    private final TenantTransaction transactions;

    NoteReconciler(TenantTransaction transactions) {
        this.transactions = transactions;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String unrested() {
        return "select id from note where state = 'NEW'";
    }

    @Override
    public Uni<Next> step(UUID id, Cause cause) {
        return transactions.change(cause, work -> work.execute(FILE, id)).replaceWith(Next.DONE);
    }
}
