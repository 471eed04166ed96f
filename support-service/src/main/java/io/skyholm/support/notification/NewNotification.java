package io.skyholm.support.notification;

import io.skyholm.events.support.NotificationType;
import java.util.Map;
import java.util.UUID;

/**
 * What somebody shall be told.
 *
 * @param userId who
 * @param metadata what it is about, for programs
 */
record NewNotification(UUID userId, NotificationType type, String title, String message, Map<String, String> metadata) {

    private static final int LONGEST_TITLE = 200;

    /** Names that people gave are as long as they like; a title is one line of a list. */
    NewNotification {
        title = title.length() <= LONGEST_TITLE ? title : title.substring(0, LONGEST_TITLE - 1) + "…";
    }
}
