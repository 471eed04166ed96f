package io.skyholm.compute.instanceset;

import io.skyholm.events.compute.InstanceSetStatus;
import io.skyholm.events.compute.InstanceSetType;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which instance sets are wanted; without a status those that are not deleted. */
public record InstanceSetFilter(
        @QueryParam("tenantId") @Nullable UUID tenantId,
        @QueryParam("setType") @Nullable InstanceSetType setType,
        @QueryParam("status") @Nullable InstanceSetStatus status,
        @QueryParam("name") @Nullable String name) {}
