package io.skyholm.events.compute;

/** How a maintenance notice stands. */
public enum MaintenanceNoticeStatus {
    /** Nothing is chosen: the instance is moved when the maintenance begins. */
    ANNOUNCED,
    /** The tenant chose when it is moved. */
    CHOSEN,
    MOVING,
    /** It is on another machine, or gone: the maintenance does not concern it. */
    MOVED,
    /** The maintenance has begun, and the instance is still there. */
    UNDERWAY,
    /** The maintenance was called off. */
    CANCELLED,
    /** The maintenance is over, and the instance is still there. */
    ENDED
}
