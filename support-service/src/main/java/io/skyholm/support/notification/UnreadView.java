package io.skyholm.support.notification;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many notifications somebody has not read. */
@Schema(name = "UnreadNotifications")
public record UnreadView(long unread) {}
