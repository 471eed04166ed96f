package io.skyholm.compute.machine;

import io.skyholm.events.compute.MachineStatus;
import io.skyholm.runtime.page.Condition;
import io.skyholm.runtime.page.DeletableFilter;
import io.skyholm.runtime.page.Deleted;
import io.skyholm.runtime.page.TagFilter;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which machines are wanted. */
public record MachineFilter(
        @QueryParam("resourcePoolId") @Nullable UUID resourcePoolId,
        @QueryParam("edgeDataCenterId") @Nullable UUID edgeDataCenterId,
        @QueryParam("status") @Nullable MachineStatus status,
        @QueryParam("healthStatus") @Nullable HealthStatus healthStatus,

        @QueryParam("name") @Condition(Condition.IGNORING_CASE) @Nullable String name,

        @BeanParam TagFilter tags,
        @QueryParam("deleted") @Nullable Deleted deleted)
        implements DeletableFilter {}
