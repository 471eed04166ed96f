package io.skyholm.compute.lifecycle;

import io.skyholm.events.operation.OperationStatus;
import io.skyholm.operations.OperationRecorder;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Ends what is being done with an instance. */
@Singleton
class OpenOperation {

    private final OperationRecorder operations;

    OpenOperation(OperationRecorder operations) {
        this.operations = operations;
    }

    /** Ends it so, if something is being done. */
    Uni<?> end(Work work, CurrentState state, OperationStatus outcome, @Nullable String why) {
        return state.operation()
                .<Uni<?>>map(open -> operations.end(work, open, outcome, why))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }
}
