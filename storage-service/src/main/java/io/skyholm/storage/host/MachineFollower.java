package io.skyholm.storage.host;

import io.skyholm.events.compute.MachineFact;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;

/** Who has to know what becomes of machines: the rooms of what is on them stand above. */
public interface MachineFollower {

    /** In the transaction that learns of it. */
    Uni<?> follow(Work work, MachineFact machine);
}
