package io.skyholm.events.network;

/** How a subnet stands. */
public enum SubnetStatus {
    ACTIVE,
    /** Gives no new addresses. */
    DISABLED,
    DELETED
}
