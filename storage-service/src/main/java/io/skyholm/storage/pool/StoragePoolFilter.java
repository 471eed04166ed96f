package io.skyholm.storage.pool;

import io.skyholm.events.storage.DiskType;
import io.skyholm.events.storage.StoragePoolStatus;
import io.skyholm.runtime.page.Condition;
import io.skyholm.runtime.page.DeletableFilter;
import io.skyholm.runtime.page.Deleted;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which storage pools are wanted. */
public record StoragePoolFilter(
        @QueryParam("edgeDataCenterId") @Nullable UUID edgeDataCenterId,
        @QueryParam("computeMachineId") @Nullable UUID computeMachineId,
        @QueryParam("diskType") @Nullable DiskType diskType,
        @QueryParam("status") @Nullable StoragePoolStatus status,

        @QueryParam("name") @Condition(Condition.IGNORING_CASE) @Nullable String name,

        @QueryParam("deleted") @Nullable Deleted deleted)
        implements DeletableFilter {}
