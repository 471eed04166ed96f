package io.skyholm.compute.suspension;

import io.skyholm.compute.action.ActionStarter;
import io.skyholm.compute.action.InstanceAction;
import io.skyholm.compute.instance.Deletion;
import io.skyholm.compute.instance.Instance;
import io.skyholm.compute.wallet.WalletListener;
import io.skyholm.events.host.VmPower;
import io.skyholm.events.operation.OperationKind;
import io.skyholm.runtime.reconcile.Next;
import io.skyholm.runtime.reconcile.Reconciler;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * Stops what runs for a tenant that billing has suspended, and starts it again, in the order in which it was stopped, once that is
 * over. That an instance is stopped for it is noted in the transaction that begins its stop, and forgotten in the one that begins its
 * start. What its tenant has stopped is not noted, and stays so.
 */
@ApplicationScoped
class SuspensionReconciler implements Reconciler {

    /** Something else goes on with an instance. */
    private static final Duration BUSY = Duration.ofSeconds(2);

    private final TenantTransaction transactions;
    private final SuspensionStore store;
    private final ActionStarter starter;

    SuspensionReconciler(TenantTransaction transactions, SuspensionStore store, ActionStarter starter) {
        this.transactions = transactions;
        this.store = store;
        this.starter = starter;
    }

    @Override
    public String kind() {
        return WalletListener.SUSPENSION;
    }

    @Override
    public String unrested() {
        return SuspensionStore.UNRESTED;
    }

    @Override
    public Uni<Next> step(UUID tenant, Cause cause) {
        return transactions.change(cause, work -> store.isSuspended(work, tenant)
                .chain(suspended -> suspended
                        ? store.running(work, tenant).chain(running -> stop(work, tenant, running, 0))
                        : store.waiting(work, tenant).chain(waiting -> start(work, waiting, 0))));
    }

    private Uni<Next> stop(Work work, UUID tenant, List<UUID> running, int begun) {
        if (running.isEmpty()) {
            return Uni.createFrom().item(Next.DONE);
        }
        if (begun == SuspensionStore.MOST) {
            return Uni.createFrom().item(Next.NOW);
        }
        UUID first = running.getFirst();
        List<UUID> others = running.subList(1, running.size());
        return starter.tryBegin(work, first, InstanceAction.of(OperationKind.STOP, null))
                .chain(operation -> operation
                        .map(stopping -> {
                            store.stopped(work, tenant, first);
                            return stop(work, tenant, others, begun + 1);
                        })
                        .orElseGet(() -> stop(work, tenant, others, begun).map(next -> Next.in(BUSY))));
    }

    /** One that still stops is waited for, or those behind it would come before it. */
    private Uni<Next> start(Work work, List<UUID> waiting, int at) {
        if (at == waiting.size()) {
            return Uni.createFrom().item(at < SuspensionStore.MOST ? Next.DONE : Next.NOW);
        }
        UUID id = waiting.get(at);
        return work.lock(Instance.class, id)
                .chain(found -> found.filter(SuspensionReconciler::isOff)
                        .map(instance -> start(work, instance))
                        .orElseGet(() -> Uni.createFrom().item(true)))
                .chain(over -> {
                    if (!over) {
                        return Uni.createFrom().item(Next.in(BUSY));
                    }
                    store.forget(work, id);
                    return start(work, waiting, at + 1);
                });
    }

    /** Whoever has started it meanwhile, or deletes it, wants something else of it by now. */
    private static boolean isOff(Instance instance) {
        return !instance.isDeleted()
                && instance.deletion().intent() == Deletion.Intent.KEEP
                && instance.desired().power() == VmPower.STOPPED;
    }

    /** Whether nothing more is to be done with it. */
    private Uni<Boolean> start(Work work, Instance instance) {
        if (instance.progress().operationId() != null) {
            return Uni.createFrom().item(false);
        }
        return starter.tryBegin(work, instance.id(), InstanceAction.of(OperationKind.START, null))
                .replaceWith(true);
    }
}
