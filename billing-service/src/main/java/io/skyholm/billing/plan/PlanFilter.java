package io.skyholm.billing.plan;

import io.skyholm.events.billing.PlanKind;
import io.skyholm.events.storage.DiskType;
import io.skyholm.runtime.page.Condition;
import io.skyholm.runtime.page.DeletableFilter;
import io.skyholm.runtime.page.Deleted;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** Which plans are wanted. */
public record PlanFilter(
        @QueryParam("kind") @Nullable PlanKind kind,
        @QueryParam("diskType") @Nullable DiskType diskType,
        @QueryParam("isActive") @Nullable Boolean isActive,

        @QueryParam("name") @Condition(Condition.IGNORING_CASE) @Nullable String name,

        @QueryParam("deleted") @Nullable Deleted deleted)
        implements DeletableFilter {}
