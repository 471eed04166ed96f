package io.skyholm.network.vpc;

import static io.skyholm.runtime.page.Condition.IGNORING_CASE;

import io.skyholm.events.network.VpcStatus;
import io.skyholm.runtime.page.Condition;
import io.skyholm.runtime.page.DeletableFilter;
import io.skyholm.runtime.page.Deleted;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which VPCs are wanted. */
public record VpcFilter(
        @QueryParam("tenantId") @Nullable UUID tenantId,
        @QueryParam("edgeDataCenterId") @Nullable UUID edgeDataCenterId,
        @QueryParam("status") @Nullable VpcStatus status,

        @QueryParam("name") @Condition(IGNORING_CASE) @Nullable String name,

        @QueryParam("deleted") @Nullable Deleted deleted)
        implements DeletableFilter {}
