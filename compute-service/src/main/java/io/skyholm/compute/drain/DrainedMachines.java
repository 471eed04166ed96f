package io.skyholm.compute.drain;

import io.skyholm.compute.machine.MachineFollower;
import io.skyholm.compute.machine.MachineView;
import io.skyholm.events.compute.MachineStatus;
import io.skyholm.runtime.reconcile.ReconcileQueue;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Has a machine that takes nothing new looked at: it may be one that is to be emptied. */
@Singleton
class DrainedMachines implements MachineFollower {

    private final ReconcileQueue queue;

    DrainedMachines(ReconcileQueue queue) {
        this.queue = queue;
    }

    @Override
    public Uni<Void> changed(Work work, MachineView machine) {
        if (machine.status() == MachineStatus.MAINTENANCE || machine.status() == MachineStatus.DECOMMISSIONING) {
            queue.wake(work, DrainReconciler.KIND, machine.id());
        }
        return Uni.createFrom().voidItem();
    }
}
