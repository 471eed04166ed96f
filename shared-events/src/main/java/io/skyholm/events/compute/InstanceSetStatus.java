package io.skyholm.events.compute;

/** How an instance set stands. */
public enum InstanceSetStatus {
    ACTIVE,
    /** Kept for looking at: it takes no new members and is started and stopped no more. */
    ARCHIVED,
    DELETED
}
