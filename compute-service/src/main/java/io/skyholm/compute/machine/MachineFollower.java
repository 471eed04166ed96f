package io.skyholm.compute.machine;

import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;

/** A room of this service that goes by what machines are; every bean of this type is told. */
public interface MachineFollower {

    /** A machine is that now, once this transaction commits: whoever has work to do for that wakes it here. */
    Uni<Void> changed(Work work, MachineView machine);
}
