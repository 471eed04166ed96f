package io.skyholm.compute.lifecycle;

import io.skyholm.compute.machine.MachineFollower;
import io.skyholm.compute.machine.MachineView;
import io.skyholm.compute.placement.InstanceWaker;
import io.skyholm.events.compute.MachineStatus;
import io.skyholm.runtime.reconcile.Next;
import io.skyholm.runtime.reconcile.ReconcileQueue;
import io.skyholm.runtime.reconcile.Reconciler;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * Wakes the instances of a machine that is certainly lost. Not at once, in the transaction of whoever said so: they may be
 * of many tenants, whose rows that one does not see.
 */
@ApplicationScoped
class LostMachineReconciler implements Reconciler, MachineFollower {

    private static final String KIND = "lost-machine";
    private static final String ON_IT = "select id from instance where compute_machine_id = $1 order by id";

    private final TenantTransaction transactions;
    private final ReconcileQueue queue;
    private final InstanceWaker waker;

    LostMachineReconciler(TenantTransaction transactions, ReconcileQueue queue, InstanceWaker waker) {
        this.transactions = transactions;
        this.queue = queue;
        this.waker = waker;
    }

    @Override
    public Uni<Void> changed(Work work, MachineView machine) {
        if (machine.fencedAt() != null || machine.status() == MachineStatus.DELETED) {
            queue.wake(work, KIND, machine.id());
        }
        return Uni.createFrom().voidItem();
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String unrested() {
        return """
                select id from compute_machine machine
                where (fenced_at is not null or deleted_at is not null)
                    and exists (select from instance where instance.compute_machine_id = machine.id)""";
    }

    @Override
    public Uni<Next> step(UUID machine, Cause cause) {
        return transactions
                .change(cause, work -> work.values(UUID.class, ON_IT, machine)
                        .invoke(instances -> instances.forEach(instance -> waker.remind(work, instance))))
                .replaceWith(Next.DONE);
    }
}
