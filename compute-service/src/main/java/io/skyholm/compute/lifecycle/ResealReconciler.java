package io.skyholm.compute.lifecycle;

import io.skyholm.compute.instance.Instance;
import io.skyholm.compute.machine.JoinedMachines;
import io.skyholm.compute.placement.InstanceWaker;
import io.skyholm.compute.vm.VirtualMachines;
import io.skyholm.runtime.reconcile.Next;
import io.skyholm.runtime.reconcile.Reconciler;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.Sequentially;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Has a host told again what it is to run, once its agent has another key: what was encrypted with the former one, or not at
 * all, is replaced on its topic. Its task is made together with the new key, and goes on after a crash with those that are left: a
 * virtual machine knows the key that it was told with.
 */
@ApplicationScoped
class ResealReconciler implements Reconciler {

    private static final String LEFT = """
            select vm.instance_id from virtual_machine vm
            join compute_machine machine on machine.id = vm.compute_machine_id
            where machine.id = $1 and vm.desired_present and vm.desired_hash is not null
                and vm.sealed_for is distinct from machine.agent_encryption_key
            order by vm.id limit $2""";

    private final TenantTransaction transactions;
    private final VirtualMachines vms;
    private final InstanceWaker waker;
    private final int portion;

    ResealReconciler(
            TenantTransaction transactions,
            VirtualMachines vms,
            InstanceWaker waker,
            @ConfigProperty(name = "skyholm.reseal.portion", defaultValue = "50") int portion) {
        this.transactions = transactions;
        this.vms = vms;
        this.waker = waker;
        this.portion = portion;
    }

    @Override
    public String kind() {
        return JoinedMachines.RESEAL;
    }

    @Override
    public Uni<Next> step(UUID machine, Cause cause) {
        return transactions
                .change(cause, work -> work.values(UUID.class, LEFT, machine, portion))
                .call(instances -> Sequentially.of(instances, id -> tellAgain(id, cause)))
                .map(told -> told.size() < portion ? Next.DONE : Next.NOW);
    }

    private Uni<Void> tellAgain(UUID id, Cause cause) {
        return transactions.change(cause, work -> work.lock(Instance.class, id)
                .chain(found -> found.map(instance -> tellAgain(work, instance))
                        .orElseGet(() -> Uni.createFrom().voidItem())));
    }

    private Uni<Void> tellAgain(Work work, Instance instance) {
        instance.desired().tellAgain();
        vms.resendDesiredState(work, instance.virtualMachineId());
        waker.remind(work, instance.id());
        return work.update(instance);
    }
}
