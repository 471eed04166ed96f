package io.skyholm.compute.pool;

import static io.skyholm.runtime.page.Condition.IGNORING_CASE;

import io.skyholm.events.compute.PoolStatus;
import io.skyholm.runtime.page.Condition;
import io.skyholm.runtime.page.DeletableFilter;
import io.skyholm.runtime.page.Deleted;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which pools are wanted. */
public record PoolFilter(
        @QueryParam("edgeDataCenterId") @Nullable UUID edgeDataCenterId,
        @QueryParam("status") @Nullable PoolStatus status,

        @QueryParam("name") @Condition(IGNORING_CASE) @Nullable String name,

        @QueryParam("deleted") @Nullable Deleted deleted)
        implements DeletableFilter {}
