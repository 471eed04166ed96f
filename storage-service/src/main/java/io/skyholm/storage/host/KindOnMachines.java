package io.skyholm.storage.host;

import io.skyholm.events.compute.MachineFact;
import io.skyholm.events.compute.MachineStatus;
import io.skyholm.hosts.HostedKind;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** A kind of thing on hosts whose rows are looked at again when their machine is deleted. */
public interface KindOnMachines extends HostedKind, MachineFollower {

    /** The statement that finds the ids of those on a machine. */
    String onMachine();

    @Override
    default Uni<?> follow(Work work, MachineFact machine) {
        return machine.status() == MachineStatus.DELETED
                ? wakeAllOn(work, machine.id())
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> wakeAllOn(Work work, UUID machine) {
        return work.values(UUID.class, onMachine(), machine)
                .invoke(things -> things.forEach(thing -> changed(work, thing, true)))
                .replaceWithVoid();
    }
}
