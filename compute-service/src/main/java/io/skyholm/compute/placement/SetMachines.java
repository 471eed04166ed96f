package io.skyholm.compute.placement;

import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;

/** Where the instances of a set are; the room of instances stands above. */
public interface SetMachines {

    /** The machines on which there is one, each once. */
    Uni<List<UUID>> machinesOf(Work work, UUID set);
}
