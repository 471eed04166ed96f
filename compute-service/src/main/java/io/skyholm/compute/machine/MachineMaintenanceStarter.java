package io.skyholm.compute.machine;

import io.skyholm.events.compute.MachineStatus;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;

/** The maintenance of machines, for the package that plans it. */
@Singleton
public class MachineMaintenanceStarter {

    private static final String ADMIN_STATUS =
            "select coalesce(status_before, status) from compute_machine where id = $1";

    private final MachineStore store;

    MachineMaintenanceStarter(MachineStore store) {
        this.store = store;
    }

    /** What operators want a machine to be; one that nobody knows is DELETED. */
    public Uni<MachineStatus> adminStatus(Work work, UUID machine) {
        return work.value(MachineStatus.class, ADMIN_STATUS, machine).map(found -> found.orElse(MachineStatus.DELETED));
    }

    /** Begins maintenance as an operator does; a machine that is being given up, or gone, is left as it is. */
    public Uni<Void> begin(Work work, UUID machine, MaintainMachine command) {
        return store.held(work, machine).chain(found -> found.filter(MachineMaintenanceStarter::isKept)
                .map(kept -> {
                    MachineMaintenance.apply(kept, command, work.now());
                    return store.save(work, kept, null).replaceWithVoid();
                })
                .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private static boolean isKept(Machine machine) {
        return machine.adminStatus() != MachineStatus.DECOMMISSIONING;
    }
}
