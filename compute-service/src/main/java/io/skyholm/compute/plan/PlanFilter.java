package io.skyholm.compute.plan;

import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** Which plans are wanted. */
public record PlanFilter(
        @QueryParam("isActive") @Nullable Boolean isActive,
        @QueryParam("name") @Nullable String name) {}
