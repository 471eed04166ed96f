package io.skyholm.storage.transfer;

import io.skyholm.events.storage.TransferEvents;
import io.skyholm.runtime.reconcile.Next;
import io.skyholm.runtime.reconcile.Reconciler;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Tells the tenant that something is offered to, which the offering tenant's transactions cannot, and ends offers whose time is over. */
@ApplicationScoped
class TransferReconciler implements Reconciler {

    static final String KIND = "storage-transfer";

    private final TransferStore store;
    private final TenantTransaction transactions;

    TransferReconciler(TransferStore store, TenantTransaction transactions) {
        this.store = store;
        this.transactions = transactions;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String unrested() {
        return "select id from storage_transfer where status = 'PENDING'";
    }

    @Override
    public Uni<Next> step(UUID id, Cause cause) {
        return transactions.change(
                cause, work -> store.all().locked(work, id).chain(found -> found.map(transfer -> step(work, transfer))
                        .orElseGet(() -> Uni.createFrom().item(Next.DONE))));
    }

    private Uni<Next> step(Work work, StorageTransfer transfer) {
        if (transfer.expire(work.now())) {
            return store.saveEnd(work, TransferEvents.EXPIRED, transfer).replaceWith(Next.DONE);
        }
        return store.tellOther(work, transfer)
                .replaceWith(() -> transfer.due().map(Next::at).orElse(Next.DONE));
    }
}
