package io.skyholm.compute.maintenance;

/** How a maintenance window stands. */
public enum WindowStatus {
    PLANNED,
    /** Its machine is in maintenance. */
    UNDERWAY,
    /** Its machine was put back into use, or is gone. */
    ENDED,
    /** It was called off before it began. */
    CANCELLED
}
