package io.skyholm.compute.selection;

import io.skyholm.events.operation.OperationKind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What many instances do at once, and what each of them does for it. */
@Schema(name = "Deed") // As the API has called it since its first version.
enum BulkAction {
    START(OperationKind.START_MANY, OperationKind.START),
    STOP(OperationKind.STOP_MANY, OperationKind.STOP),
    RESTART(OperationKind.RESTART_MANY, OperationKind.RESTART),
    DELETE(OperationKind.DELETE_MANY, OperationKind.DELETE);

    private final OperationKind whole;
    private final OperationKind part;

    BulkAction(OperationKind whole, OperationKind part) {
        this.whole = whole;
        this.part = part;
    }

    OperationKind whole() {
        return whole;
    }

    OperationKind part() {
        return part;
    }
}
