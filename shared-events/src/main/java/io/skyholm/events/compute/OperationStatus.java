package io.skyholm.events.compute;

/** How an operation stands. */
public enum OperationStatus {
    RUNNING,
    SUCCEEDED,
    FAILED,
    CANCELLED
}
