package io.skyholm.compute.instanceset;

import static io.skyholm.runtime.page.Condition.IGNORING_CASE;

import io.skyholm.events.compute.InstanceSetStatus;
import io.skyholm.events.compute.InstanceSetType;
import io.skyholm.runtime.page.Condition;
import io.skyholm.runtime.page.DeletableFilter;
import io.skyholm.runtime.page.Deleted;
import io.skyholm.runtime.page.TagFilter;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which instance sets are wanted; without a status those that are not deleted. */
public record InstanceSetFilter(
        @QueryParam("tenantId") @Nullable UUID tenantId,
        @QueryParam("setType") @Nullable InstanceSetType setType,
        @QueryParam("status") @Nullable InstanceSetStatus status,

        @QueryParam("name") @Condition(IGNORING_CASE) @Nullable String name,

        @BeanParam TagFilter tags,
        @QueryParam("deleted") @Nullable Deleted deleted)
        implements DeletableFilter {}
