package io.skyholm.events.network;

/** How a pool of addresses stands. */
public enum AddressPoolStatus {
    ACTIVE,
    /** Gives nothing new. */
    MAINTENANCE,
    /** Gives nothing new. */
    DISABLED,
    DELETED
}
