package io.skyholm.storage.orphan;

/** By what it is seen that nobody uses it. */
public enum UnusedReason {
    NOT_ATTACHED,
    SCHEDULE_GONE,
    DISK_GONE,
    NOTHING_MADE_OF_IT
}
