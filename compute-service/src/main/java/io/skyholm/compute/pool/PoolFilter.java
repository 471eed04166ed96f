package io.skyholm.compute.pool;

import io.skyholm.events.compute.PoolStatus;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which pools are wanted. */
public record PoolFilter(
        @QueryParam("edgeDataCenterId") @Nullable UUID edgeDataCenterId,
        @QueryParam("status") @Nullable PoolStatus status,
        @QueryParam("name") @Nullable String name) {}
