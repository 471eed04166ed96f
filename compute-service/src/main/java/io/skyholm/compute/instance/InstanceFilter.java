package io.skyholm.compute.instance;

import io.skyholm.events.compute.InstanceStatus;
import io.skyholm.runtime.page.Condition;
import io.skyholm.runtime.page.DeletableFilter;
import io.skyholm.runtime.page.Deleted;
import io.skyholm.runtime.page.TagFilter;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which instances are wanted; without a status those that are not deleted. */
public record InstanceFilter(
        @QueryParam("tenantId") @Nullable UUID tenantId,
        @QueryParam("userId") @Nullable UUID userId,

        @QueryParam("status") @Parameter(description = "DELETED finds those that are gone") @Nullable InstanceStatus status,

        @QueryParam("name") @Condition(Condition.IGNORING_CASE) @Nullable String name,

        @QueryParam("resourcePoolId") @Nullable UUID resourcePoolId,
        @QueryParam("computeMachineId") @Nullable UUID computeMachineId,
        @QueryParam("instanceSetId") @Nullable UUID instanceSetId,
        @BeanParam TagFilter tags,
        @QueryParam("deleted") @Nullable Deleted deleted)
        implements DeletableFilter {}
