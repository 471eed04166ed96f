package io.skyholm.events.compute;

import io.skyholm.events.EventType;
import java.util.List;

/** The events of a maintenance notice's life. */
public final class MaintenanceNoticeEvents {

    public static final EventType<MaintenanceNoticeFact> ANNOUNCED = new EventType<>(
            "compute.maintenance-notice.announced.v1",
            MaintenanceNoticeFact.class,
            "What an instance is on will be maintained.");

    public static final EventType<MaintenanceNoticeFact> CHANGED = new EventType<>(
            "compute.maintenance-notice.changed.v1",
            MaintenanceNoticeFact.class,
            "The times of a maintenance, or how its notice stands, changed.");

    public static final EventType<MaintenanceNoticeFact> MOVED = new EventType<>(
            "compute.maintenance-notice.moved.v1",
            MaintenanceNoticeFact.class,
            "The instance is on another machine or gone: the maintenance does not concern it any more.");

    public static final EventType<MaintenanceNoticeFact> WITHDRAWN = new EventType<>(
            "compute.maintenance-notice.withdrawn.v1", MaintenanceNoticeFact.class, "A maintenance was called off.");

    public static final EventType<MaintenanceNoticeFact> ENDED = new EventType<>(
            "compute.maintenance-notice.ended.v1",
            MaintenanceNoticeFact.class,
            "A maintenance is over, and the instance is where it was.");

    public static final List<EventType<MaintenanceNoticeFact>> TYPES =
            List.of(ANNOUNCED, CHANGED, MOVED, WITHDRAWN, ENDED);

    private MaintenanceNoticeEvents() {}
}
