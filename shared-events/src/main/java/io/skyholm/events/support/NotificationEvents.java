package io.skyholm.events.support;

import io.skyholm.events.EventType;
import java.util.List;

/** The events of a notification's life. */
public final class NotificationEvents {

    public static final EventType<NotificationFact> CREATED =
            new EventType<>("support.notification.created.v1", NotificationFact.class, "Somebody is told something.");

    public static final List<EventType<NotificationFact>> TYPES = List.of(CREATED);

    private NotificationEvents() {}
}
