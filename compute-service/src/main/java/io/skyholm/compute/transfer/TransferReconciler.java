package io.skyholm.compute.transfer;

import io.skyholm.events.compute.InstanceTransferEvents;
import io.skyholm.events.compute.InstanceTransferStatus;
import io.skyholm.runtime.reconcile.Next;
import io.skyholm.runtime.reconcile.Reconciler;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * Tells the tenant that an instance is offered to, decides whether one that was accepted goes, and ends offers whose time is over. The commit of
 * the step in which it goes is the moment for all.
 */
@ApplicationScoped
class TransferReconciler implements Reconciler {

    static final String KIND = "instance-transfer";

    private final TransferStore store;
    private final InstanceGiving giving;
    private final TenantTransaction transactions;

    TransferReconciler(TransferStore store, InstanceGiving giving, TenantTransaction transactions) {
        this.store = store;
        this.giving = giving;
        this.transactions = transactions;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String unrested() {
        return "select id from instance_transfer where status in ('PENDING', 'PREPARING')";
    }

    @Override
    public Uni<Next> step(UUID id, Cause cause) {
        return transactions.change(
                cause, work -> store.all().locked(work, id).chain(found -> found.map(transfer -> step(work, transfer))
                        .orElseGet(() -> Uni.createFrom().item(Next.DONE))));
    }

    private Uni<Next> step(Work work, InstanceTransfer transfer) {
        if (transfer.expire(work.now())) {
            return store.save(work.asPlatform(), InstanceTransferEvents.EXPIRED, transfer)
                    .replaceWith(Next.DONE);
        }
        Uni<Void> made = transfer.status == InstanceTransferStatus.PREPARING
                ? decide(work, transfer)
                : store.tellOther(work, transfer);
        return made.replaceWith(() -> transfer.due().map(Next::at).orElse(Next.DONE));
    }

    private Uni<Void> decide(Work work, InstanceTransfer transfer) {
        TransferAttempt attempt = transfer.present();
        return switch (attempt.next(work.now())) {
            case WAIT -> Uni.createFrom().voidItem();
            case ABANDON -> abandon(work, transfer, attempt.reason());
            case COMMIT ->
                giving.give(work, transfer).chain(refused -> refused.map(why -> abandon(work, transfer, why))
                        .orElseGet(() -> commit(work, transfer)));
        };
    }

    private Uni<Void> commit(Work work, InstanceTransfer transfer) {
        transfer.commit(work.now());
        return store.save(work.asPlatform(), InstanceTransferEvents.ACCEPTED, transfer)
                .replaceWithVoid();
    }

    private Uni<Void> abandon(Work work, InstanceTransfer transfer, Reason why) {
        transfer.abandon(why);
        return giving.letGo(work, transfer)
                .chain(() -> store.save(work.asPlatform(), InstanceTransferEvents.ABANDONED, transfer))
                .replaceWithVoid();
    }
}
