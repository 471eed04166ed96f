package io.skyholm.compute.selection;

import io.skyholm.events.operation.OperationKind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What many instances do at once. */
@Schema(name = "Deed") // As the API has called it since its first version.
enum BulkAction {
    START(OperationKind.START_MANY),
    STOP(OperationKind.STOP_MANY),
    RESTART(OperationKind.RESTART_MANY),
    DELETE(OperationKind.DELETE_MANY);

    private final OperationKind whole;

    BulkAction(OperationKind whole) {
        this.whole = whole;
    }

    OperationKind whole() {
        return whole;
    }
}
