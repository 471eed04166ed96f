package io.skyholm.storage.pool;

import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Something that goes with a storage pool; its room stands above. */
public interface PoolDependent {

    /** In the transaction that deletes the pool. */
    Uni<?> poolDeleted(Work work, UUID pool);
}
