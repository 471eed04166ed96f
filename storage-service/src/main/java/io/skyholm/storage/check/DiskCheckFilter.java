package io.skyholm.storage.check;

import io.skyholm.events.storage.DiskCheckStatus;
import io.skyholm.runtime.page.Condition;
import io.skyholm.runtime.page.DeletableFilter;
import io.skyholm.runtime.page.Deleted;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which checks are wanted. */
public record DiskCheckFilter(
        @QueryParam("tenantId") @Nullable UUID tenantId,
        @QueryParam("userId") @Nullable UUID userId,

        @QueryParam("diskId") @Condition("id = ?") @Nullable UUID diskId,

        @QueryParam("status") @Nullable DiskCheckStatus status,
        @QueryParam("deleted") @Nullable Deleted deleted)
        implements DeletableFilter {}
