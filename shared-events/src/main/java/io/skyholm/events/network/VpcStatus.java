package io.skyholm.events.network;

/** How a VPC stands. */
public enum VpcStatus {
    ACTIVE,
    /** Takes nothing new. */
    DISABLED,
    DELETED
}
