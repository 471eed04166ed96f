package io.skyholm.storage.disk;

import io.skyholm.events.storage.DiskStatus;
import io.skyholm.events.storage.DiskType;
import io.skyholm.runtime.page.Condition;
import io.skyholm.runtime.page.Deleted;
import io.skyholm.runtime.page.RestorableFilter;
import io.skyholm.runtime.page.TagFilter;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which disks are wanted. */
public record DiskFilter(
        @QueryParam("tenantId") @Nullable UUID tenantId,
        @QueryParam("userId") @Nullable UUID userId,
        @QueryParam("edgeDataCenterId") @Nullable UUID edgeDataCenterId,
        @QueryParam("storagePoolId") @Nullable UUID storagePoolId,
        @QueryParam("bootInstanceId") @Nullable UUID bootInstanceId,
        @QueryParam("diskType") @Nullable DiskType diskType,
        @QueryParam("status") @Nullable DiskStatus status,

        @QueryParam("name") @Condition(Condition.IGNORING_CASE) @Nullable String name,

        @BeanParam TagFilter tags,
        @QueryParam("deleted") @Nullable Deleted deleted)
        implements RestorableFilter {}
