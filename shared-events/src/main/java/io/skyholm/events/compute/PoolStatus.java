package io.skyholm.events.compute;

/** What may happen in a compute pool. */
public enum PoolStatus {
    ACTIVE,
    /** Takes nothing new for a while. */
    MAINTENANCE,
    /** Takes nothing new. */
    DISABLED,
    DELETED
}
