package io.skyholm.events.support;

/** What kind of news a notification is. */
public enum NotificationType {
    INFO,
    SUCCESS,
    WARNING,
    ERROR,
    BILLING,
    SUPPORT
}
