package io.skyholm.compute.pool;

import io.skyholm.events.compute.PoolStatus;
import io.skyholm.runtime.http.Name;
import io.skyholm.runtime.http.Text;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A new pool; it spreads and promises no more than there is, unless it says otherwise. */
public record CreatePool(
        @NotNull UUID edgeDataCenterId,
        @NotNull @Name String name,
        @Text @Nullable String description,
        @Nullable PoolType poolType,
        @PolicyName @Nullable String schedulingPolicy,
        @Nullable PoolStatus status,
        @Ratio @Nullable BigDecimal cpuOvercommit,
        @Ratio @Nullable BigDecimal memoryOvercommit,
        @Ratio @Nullable BigDecimal storageOvercommit) {}
