package io.skyholm.compute.instanceset;

import io.skyholm.events.operation.OperationKind;

/** What a set does as one, and what each of its members does for it. */
enum SetAction {
    START(OperationKind.START_SET, OperationKind.START),
    STOP(OperationKind.STOP_SET, OperationKind.STOP),
    LAUNCH(OperationKind.LAUNCH_SET, OperationKind.CREATE);

    private final OperationKind kind;
    private final OperationKind part;

    SetAction(OperationKind kind, OperationKind part) {
        this.kind = kind;
        this.part = part;
    }

    OperationKind kind() {
        return kind;
    }

    OperationKind part() {
        return part;
    }
}
