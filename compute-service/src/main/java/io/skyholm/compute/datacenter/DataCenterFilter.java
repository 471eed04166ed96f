package io.skyholm.compute.datacenter;

import static io.skyholm.runtime.page.Condition.IGNORING_CASE;

import io.skyholm.events.compute.DataCenterStatus;
import io.skyholm.runtime.page.Condition;
import io.skyholm.runtime.page.DeletableFilter;
import io.skyholm.runtime.page.Deleted;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** Which data centres are wanted. */
public record DataCenterFilter(
        @QueryParam("status") @Nullable DataCenterStatus status,

        @QueryParam("name") @Condition(IGNORING_CASE) @Nullable String name,

        @QueryParam("deleted") @Nullable Deleted deleted)
        implements DeletableFilter {}
