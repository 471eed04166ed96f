package io.skyholm.storage.host;

import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Who has to know that a machine is no more: the rooms of what was on it stand above. */
public interface MachineFollower {

    /** In the transaction that learns of it. */
    Uni<Void> machineDeleted(Work work, UUID machine);
}
