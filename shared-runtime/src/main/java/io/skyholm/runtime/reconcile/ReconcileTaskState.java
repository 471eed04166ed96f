package io.skyholm.runtime.reconcile;

/** How it stands with a task. */
public enum ReconcileTaskState {
    DUE,
    LEASED,
    /** Also while it is tried again: a task that fails quickly would otherwise be missed by who looks for it. */
    FAILING,
    WAITING
}
