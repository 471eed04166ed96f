package io.skyholm.storage.snapshot;

import io.skyholm.events.storage.DiskSnapshotStatus;
import io.skyholm.events.storage.SnapshotConsistency;
import io.skyholm.runtime.page.Condition;
import io.skyholm.runtime.page.DeletableFilter;
import io.skyholm.runtime.page.Deleted;
import io.skyholm.runtime.page.TagFilter;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which snapshots are wanted. */
public record DiskSnapshotFilter(
        @QueryParam("tenantId") @Nullable UUID tenantId,
        @QueryParam("diskId") @Nullable UUID diskId,
        @QueryParam("storagePoolId") @Nullable UUID storagePoolId,
        @QueryParam("scheduleId") @Nullable UUID scheduleId,
        @QueryParam("status") @Nullable DiskSnapshotStatus status,
        @QueryParam("consistency") @Nullable SnapshotConsistency consistency,

        @QueryParam("name") @Condition(Condition.IGNORING_CASE) @Nullable String name,

        @BeanParam TagFilter tags,
        @QueryParam("deleted") @Nullable Deleted deleted)
        implements DeletableFilter {}
