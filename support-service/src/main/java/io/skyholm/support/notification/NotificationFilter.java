package io.skyholm.support.notification;

import io.skyholm.events.support.NotificationType;
import io.skyholm.runtime.page.Condition;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** Which of the caller's notifications are wanted. */
public record NotificationFilter(
        @QueryParam("type") @Nullable NotificationType type,

        @QueryParam("isRead") @Condition("(read_at is not null) = ?") @Nullable Boolean isRead) {}
