package io.skyholm.network.subnet;

import static io.skyholm.runtime.page.Condition.IGNORING_CASE;

import io.skyholm.events.network.SubnetStatus;
import io.skyholm.runtime.page.Condition;
import io.skyholm.runtime.page.DeletableFilter;
import io.skyholm.runtime.page.Deleted;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which subnets are wanted. */
public record SubnetFilter(
        @QueryParam("tenantId") @Nullable UUID tenantId,
        @QueryParam("vpcId") @Nullable UUID vpcId,
        @QueryParam("isPublic") @Nullable Boolean isPublic,
        @QueryParam("status") @Nullable SubnetStatus status,

        @QueryParam("name") @Condition(IGNORING_CASE) @Nullable String name,

        @QueryParam("deleted") @Nullable Deleted deleted)
        implements DeletableFilter {}
