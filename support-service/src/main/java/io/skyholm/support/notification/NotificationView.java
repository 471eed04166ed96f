package io.skyholm.support.notification;

import io.skyholm.events.support.NotificationType;
import io.skyholm.runtime.http.Versioned;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Notification as callers see it. */
@Schema(name = "Notification")
public record NotificationView(
        UUID id,
        long generation,
        UUID tenantId,
        UUID userId,
        NotificationType type,
        String title,
        String message,
        Map<String, String> metadata,
        boolean isRead,
        @Nullable Instant readAt,
        Instant createdAt,
        Instant updatedAt,
        @Nullable UUID createdBy,
        @Nullable UUID updatedBy)
        implements Versioned {}
