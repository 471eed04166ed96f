package io.skyholm.compute.pool;

import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** The machines of a pool, as its own rules concern them; the room of machines stands above and implements it. */
public interface PoolMachines {

    /** Whether there are any. */
    Uni<Boolean> exist(Work work, UUID pool);

    /**
     * Has them allow what the pool's row by now says, and tells on how many of them more than that is allocated: the work
     * must not commit unless it is none.
     */
    Uni<Long> renewCapacities(Work work, UUID pool);
}
