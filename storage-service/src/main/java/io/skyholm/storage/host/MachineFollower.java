package io.skyholm.storage.host;

import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Who has to know that a machine runs nothing any more: the rooms of what was on it stand above. */
public interface MachineFollower {

    /** In the transaction that learns that it is fenced or deleted. */
    Uni<Void> machineGone(Work work, UUID machine);
}
