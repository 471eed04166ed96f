package io.skyholm.compute.placement;

import io.skyholm.compute.machine.MachineFollower;
import io.skyholm.compute.machine.MachineView;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** A machine that came or changed is seen by whoever looks for a place next, and those who wait for one look again at once. */
@Singleton
class ChangedMachines implements MachineFollower {

    private final Hosts hosts;
    private final PlacementQueue queue;

    ChangedMachines(Hosts hosts, PlacementQueue queue) {
        this.hosts = hosts;
        this.queue = queue;
    }

    @Override
    public Uni<Void> changed(Work work, MachineView machine) {
        work.afterCommit(hosts::doubt);
        return queue.wakeNext(work);
    }
}
