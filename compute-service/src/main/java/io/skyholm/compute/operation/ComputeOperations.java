package io.skyholm.compute.operation;

import io.skyholm.events.operation.OperationEvents;
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
    public OperationEvents events() {
        return OperationEvents.COMPUTE;
    }
}
