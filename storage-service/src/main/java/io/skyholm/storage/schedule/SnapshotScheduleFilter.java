package io.skyholm.storage.schedule;

import io.skyholm.events.storage.ScheduleFrequency;
import io.skyholm.runtime.page.Condition;
import io.skyholm.runtime.page.DeletableFilter;
import io.skyholm.runtime.page.Deleted;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which schedules are wanted. */
public record SnapshotScheduleFilter(
        @QueryParam("tenantId") @Nullable UUID tenantId,
        @QueryParam("diskId") @Nullable UUID diskId,
        @QueryParam("frequency") @Nullable ScheduleFrequency frequency,

        @QueryParam("name") @Condition(Condition.IGNORING_CASE) @Nullable String name,

        @QueryParam("deleted") @Nullable Deleted deleted)
        implements DeletableFilter {}
