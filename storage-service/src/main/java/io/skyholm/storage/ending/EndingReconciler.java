package io.skyholm.storage.ending;

import io.skyholm.runtime.reconcile.Next;
import io.skyholm.runtime.reconcile.Reconciler;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import java.util.UUID;
import java.util.function.BiFunction;

/** Steps the rows whose time has come. They are found by asking for them, so that none keeps a task for months. */
final class EndingReconciler implements Reconciler {

    private final String kind;
    private final String due;
    private final BiFunction<Work, UUID, Uni<Next>> step;
    private final TenantTransaction transactions;

    /**
     * For rows of one kind.
     *
     * @param due a select of the ids of those that are due
     */
    EndingReconciler(String kind, String due, BiFunction<Work, UUID, Uni<Next>> step, TenantTransaction transactions) {
        this.kind = kind;
        this.due = due;
        this.step = step;
        this.transactions = transactions;
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public String unrested() {
        return due;
    }

    @Override
    public Uni<Next> step(UUID id, Cause cause) {
        return transactions.change(cause, work -> step.apply(work, id));
    }
}
