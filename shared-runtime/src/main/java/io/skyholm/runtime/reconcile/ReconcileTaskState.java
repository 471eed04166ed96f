package io.skyholm.runtime.reconcile;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How it stands with a task. */
@Schema(
        description = "FAILING: its last attempt failed, and it is tried again. LEASED: it is being worked on."
                + " DUE: it is worked on as soon as there is room. WAITING: its time has not come.")
public enum ReconcileTaskState {
    DUE,
    LEASED,
    /** Also while it is tried again: a task that fails quickly would otherwise be missed by who looks for it. */
    FAILING,
    WAITING
}
