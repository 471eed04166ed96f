package io.skyholm.events.operation;

/** How an operation stands. */
public enum OperationStatus {
    RUNNING,
    SUCCEEDED,
    FAILED,
    CANCELLED
}
