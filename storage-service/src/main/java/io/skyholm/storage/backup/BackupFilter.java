package io.skyholm.storage.backup;

import io.skyholm.events.storage.BackupStatus;
import io.skyholm.runtime.page.Condition;
import io.skyholm.runtime.page.DeletableFilter;
import io.skyholm.runtime.page.Deleted;
import io.skyholm.runtime.page.TagFilter;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which backups are wanted. */
public record BackupFilter(
        @QueryParam("tenantId") @Nullable UUID tenantId,
        @QueryParam("userId") @Nullable UUID userId,
        @QueryParam("diskId") @Nullable UUID diskId,
        @QueryParam("snapshotId") @Nullable UUID snapshotId,
        @QueryParam("scheduleId") @Nullable UUID scheduleId,
        @QueryParam("status") @Nullable BackupStatus status,

        @QueryParam("name") @Condition(Condition.IGNORING_CASE) @Nullable String name,

        @BeanParam TagFilter tags,
        @QueryParam("deleted") @Nullable Deleted deleted)
        implements DeletableFilter {}
