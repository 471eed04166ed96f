package io.skyholm.compute.notice;

import io.skyholm.events.compute.MaintenanceNoticeStatus;
import io.skyholm.runtime.http.Versioned;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A maintenance notice as the instance's tenant sees it; on which machine it is, is the operator's business. */
@Schema(name = "MaintenanceNotice")
public record NoticeView(
        UUID id,
        long generation,
        UUID tenantId,
        UUID instanceId,
        @Nullable String instanceName,

        @Schema(
                description = "MOVED: the instance is on another machine or gone; UNDERWAY: the maintenance has begun"
                        + " and the instance is still there")
        MaintenanceNoticeStatus status,

        @Schema(description = "When the maintenance begins") Instant startsAt,

        @Schema(description = "When it is expected to be over")
        Instant endsAt,

        @Nullable String reason,

        @Schema(
                description = "When the instance is moved; without it, it is moved once the maintenance begins, if the"
                        + " machine is emptied")
        @Nullable Instant moveAt,

        @Schema(description = "The operation that moves it, or last tried to") @Nullable UUID operationId,

        Instant createdAt,
        Instant updatedAt)
        implements Versioned {}
