package io.skyholm.network.pool;

import static io.skyholm.runtime.page.Condition.IGNORING_CASE;

import io.skyholm.events.network.AddressPoolStatus;
import io.skyholm.runtime.page.Condition;
import io.skyholm.runtime.page.DeletableFilter;
import io.skyholm.runtime.page.Deleted;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which address pools are wanted. */
public record PoolFilter(
        @QueryParam("tenantId") @Nullable UUID tenantId,
        @QueryParam("subnetId") @Nullable UUID subnetId,
        @QueryParam("edgeDataCenterId") @Nullable UUID edgeDataCenterId,
        @QueryParam("status") @Nullable AddressPoolStatus status,

        @QueryParam("name") @Condition(IGNORING_CASE) @Nullable String name,

        @QueryParam("deleted") @Nullable Deleted deleted)
        implements DeletableFilter {}
