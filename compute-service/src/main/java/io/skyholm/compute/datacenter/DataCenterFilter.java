package io.skyholm.compute.datacenter;

import io.skyholm.events.compute.DataCenterStatus;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** Which data centres are wanted. */
public record DataCenterFilter(
        @QueryParam("status") @Nullable DataCenterStatus status,
        @QueryParam("name") @Nullable String name) {}
