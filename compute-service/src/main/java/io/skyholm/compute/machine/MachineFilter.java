package io.skyholm.compute.machine;

import io.skyholm.events.compute.MachineStatus;
import io.skyholm.runtime.page.Condition;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which machines are wanted. */
public record MachineFilter(
        @QueryParam("resourcePoolId") @Nullable UUID resourcePoolId,
        @QueryParam("edgeDataCenterId") @Nullable UUID edgeDataCenterId,
        @QueryParam("status") @Nullable MachineStatus status,
        @QueryParam("healthStatus") @Nullable HealthStatus healthStatus,

        @QueryParam("tag") @Condition("tags @> array[?]::text[]") @Nullable String tag,

        @QueryParam("name") @Condition(Condition.IGNORING_CASE) @Nullable String name) {}
