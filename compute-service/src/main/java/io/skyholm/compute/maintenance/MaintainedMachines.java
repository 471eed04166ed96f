package io.skyholm.compute.maintenance;

import io.skyholm.compute.machine.MachineFollower;
import io.skyholm.compute.machine.MachineView;
import io.skyholm.runtime.reconcile.ReconcileQueue;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Has the window of a machine looked at when the machine was changed: it may be back in use. */
@Singleton
class MaintainedMachines implements MachineFollower {

    private static final String OPEN =
            "select id from maintenance_window where compute_machine_id = $1 and ended_at is null";

    private final ReconcileQueue queue;

    MaintainedMachines(ReconcileQueue queue) {
        this.queue = queue;
    }

    @Override
    public Uni<Void> changed(Work work, MachineView machine) {
        return work.values(UUID.class, OPEN, machine.id())
                .invoke(windows -> windows.forEach(window -> queue.remind(work, MaintenanceReconciler.KIND, window)))
                .replaceWithVoid();
    }
}
