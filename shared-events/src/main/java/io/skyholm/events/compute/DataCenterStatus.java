package io.skyholm.events.compute;

/** How a data centre stands. */
public enum DataCenterStatus {
    ACTIVE,
    OFFLINE,
    /** Takes nothing new. */
    MAINTENANCE,
    DELETED
}
