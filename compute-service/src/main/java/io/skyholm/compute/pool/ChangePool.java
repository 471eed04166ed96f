package io.skyholm.compute.pool;

import io.skyholm.events.compute.PoolStatus;
import io.skyholm.runtime.http.Name;
import io.skyholm.runtime.http.Patch;
import io.skyholm.runtime.http.Text;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A change of a pool: a field that is left out stays, one that is null is cleared. */
public record ChangePool(
        @Name @Nullable String name,
        @Nullable Optional<@Text String> description,
        @PolicyName @Nullable String schedulingPolicy,
        @Nullable PoolStatus status,
        @Ratio @Nullable BigDecimal cpuOvercommit,
        @Ratio @Nullable BigDecimal memoryOvercommit,
        @Ratio @Nullable BigDecimal storageOvercommit) {

    /** Whether it touches how much may be promised. */
    boolean concernsPromises() {
        return cpuOvercommit != null || memoryOvercommit != null || storageOvercommit != null;
    }

    void applyTo(ResourcePool pool) {
        PoolProblems.requireNotDeleted(status);
        pool.name = Patch.of(name, pool.name);
        pool.description = Patch.of(description, pool.description);
        pool.schedulingPolicy = Patch.of(schedulingPolicy, pool.schedulingPolicy);
        pool.status = Patch.of(status, pool.status);
        pool.cpuOvercommit = ResourcePool.exact(Patch.of(cpuOvercommit, pool.cpuOvercommit));
        pool.memoryOvercommit = ResourcePool.exact(Patch.of(memoryOvercommit, pool.memoryOvercommit));
        pool.storageOvercommit = ResourcePool.exact(Patch.of(storageOvercommit, pool.storageOvercommit));
    }
}
