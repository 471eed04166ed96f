package io.skyholm.compute.lifecycle;

import io.skyholm.compute.instance.Instance;
import io.skyholm.compute.machine.JoinedMachines;
import io.skyholm.compute.placement.InstanceWaker;
import io.skyholm.compute.vm.VirtualMachines;
import io.skyholm.runtime.reconcile.Next;
import io.skyholm.runtime.reconcile.Reconciler;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.Each;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * Has a host told again what it is to run, once its agent has another key: what was encrypted with the former one, or not at
 * all, is replaced on its topic. Its task is made together with the new key.
 */
@ApplicationScoped
class ResealReconciler implements Reconciler {

    private static final String ON_IT = "select id from instance where compute_machine_id = $1 order by id";

    private final TenantTransaction transactions;
    private final VirtualMachines vms;
    private final InstanceWaker waker;

    ResealReconciler(TenantTransaction transactions, VirtualMachines vms, InstanceWaker waker) {
        this.transactions = transactions;
        this.vms = vms;
        this.waker = waker;
    }

    @Override
    public String kind() {
        return JoinedMachines.RESEAL;
    }

    @Override
    public Uni<Next> step(UUID machine) {
        return transactions
                .change(Cause.platform(), work -> work.values(UUID.class, ON_IT, machine))
                .chain(instances -> Each.of(instances, this::tellAgain))
                .replaceWith(Next.DONE);
    }

    private Uni<Void> tellAgain(UUID id) {
        return transactions.change(Cause.platform(), work -> work.lock(Instance.class, id)
                .chain(found -> found.map(instance -> tellAgain(work, instance))
                        .orElseGet(() -> Uni.createFrom().voidItem())));
    }

    private Uni<Void> tellAgain(Work work, Instance instance) {
        instance.desired().tellAgain();
        vms.resendDesiredState(work, instance.virtualMachineId());
        waker.wake(work, instance.id());
        return work.update(instance);
    }
}
