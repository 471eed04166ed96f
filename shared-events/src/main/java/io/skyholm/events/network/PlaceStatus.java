package io.skyholm.events.network;

/** How a place stands. */
public enum PlaceStatus {
    ACTIVE,
    INACTIVE,
    DISABLED,
    DELETED
}
