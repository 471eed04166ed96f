package io.skyholm.compute.lifecycle;

import io.skyholm.compute.instance.Deletion.Intent;
import io.skyholm.compute.instance.Instance;
import io.skyholm.compute.instance.InstancePublisher;
import io.skyholm.compute.instance.SetMembership;
import io.skyholm.compute.placement.Placement;
import io.skyholm.compute.placement.PlacementQueue;
import io.skyholm.compute.quota.Charge;
import io.skyholm.compute.quota.Quotas;
import io.skyholm.compute.vm.VirtualMachines;
import io.skyholm.events.compute.InstanceEvents;
import io.skyholm.events.operation.OperationStatus;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** The last steps, by which an instance gives back all that it held. */
@Singleton
class ReleaseSteps {

    private final Placement placement;
    private final Quotas quotas;
    private final PlacementQueue queue;
    private final VirtualMachines vms;
    private final SetMembership sets;
    private final OpenOperation operation;
    private final InstancePublisher publisher;

    ReleaseSteps(
            Placement placement,
            Quotas quotas,
            PlacementQueue queue,
            VirtualMachines vms,
            SetMembership sets,
            OpenOperation operation,
            InstancePublisher publisher) {
        this.placement = placement;
        this.quotas = quotas;
        this.queue = queue;
        this.vms = vms;
        this.sets = sets;
        this.operation = operation;
        this.publisher = publisher;
    }

    /** Those who prepared its parts hear of it by the instance's fact. */
    Uni<?> parts(Work work, CurrentState state) {
        state.instance().parts().release();
        return changed(work, state.instance());
    }

    Uni<?> all(Work work, CurrentState state) {
        Instance instance = state.instance();
        queue.leave(work, instance.id());
        instance.parts().released();
        instance.progress().waits(null);
        return capacity(work, instance)
                .chain(() -> quota(work, instance))
                .chain(() ->
                        instance.deletion().intent() == Intent.DELETE ? delete(work, state) : keep(work, instance));
    }

    private Uni<?> capacity(Work work, Instance instance) {
        return instance.location().isPlaced()
                ? placement.release(work, instance.holding()).invoke(instance::displaced)
                : Uni.createFrom().voidItem();
    }

    private Uni<?> quota(Work work, Instance instance) {
        Charge charge = instance.allocation().charge();
        return charge.instances() == 0
                ? Uni.createFrom().voidItem()
                : quotas.release(work, instance.tenantId(), charge).invoke(instance.allocation()::charged);
    }

    private Uni<?> keep(Work work, Instance instance) {
        instance.deletion().keep();
        return changed(work, instance);
    }

    private Uni<?> changed(Work work, Instance instance) {
        publisher.changed(work, InstanceEvents.CHANGED, instance, null);
        return Uni.createFrom().voidItem();
    }

    private Uni<?> delete(Work work, CurrentState state) {
        Instance instance = state.instance();
        instance.deleted(work.now());
        publisher.publish(work, InstanceEvents.DELETED, instance);
        sets.leave(work, instance.id());
        return vms.delete(work, state.vm()).chain(() -> operation.end(work, state, OperationStatus.SUCCEEDED, null));
    }
}
