package io.skyholm.compute.notice;

import io.skyholm.events.compute.MaintenanceNoticeStatus;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which maintenance notices are wanted. */
public record NoticeFilter(
        @QueryParam("tenantId") @Nullable UUID tenantId,
        @QueryParam("instanceId") @Nullable UUID instanceId,
        @QueryParam("status") @Nullable MaintenanceNoticeStatus status) {}
