package io.skyholm.compute.plan;

import io.skyholm.runtime.page.Condition;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** Which plans are wanted. */
public record PlanFilter(
        @QueryParam("isActive") @Nullable Boolean isActive,

        @QueryParam("name") @Condition(Condition.IGNORING_CASE) @Nullable String name) {}
