package io.skyholm.compute.operation;

import io.skyholm.events.EventType;
import io.skyholm.events.compute.OperationEvents;
import io.skyholm.events.compute.OperationFact;
import io.skyholm.events.compute.OperationStatus;
import io.skyholm.operations.OperationContract;
import jakarta.inject.Singleton;

/** The operations of compute, as others hear of them. */
@Singleton
class ComputeOperations implements OperationContract {

    private static final int MARK = 0xc0;

    @Override
    public int mark() {
        return MARK;
    }

    @Override
    public EventType<OperationFact> event(OperationStatus status) {
        return switch (status) {
            case RUNNING -> OperationEvents.STARTED;
            case SUCCEEDED -> OperationEvents.SUCCEEDED;
            case FAILED -> OperationEvents.FAILED;
            case CANCELLED -> OperationEvents.CANCELLED;
        };
    }
}
