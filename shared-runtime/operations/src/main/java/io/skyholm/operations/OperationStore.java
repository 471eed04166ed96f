package io.skyholm.operations;

import io.quarkus.runtime.Startup;
import io.skyholm.events.operation.OperationFact;
import io.skyholm.runtime.aggregate.Aggregate;
import io.skyholm.runtime.aggregate.Aggregates;
import jakarta.inject.Singleton;

/** The operations of this service: how they are found, held, written and told of. */
@Startup
@Singleton
class OperationStore {

    private final Aggregate<Operation, OperationView, OperationFact> operations;

    OperationStore(Aggregates aggregates, OperationContract contract) {
        this.operations = aggregates.of(
                "operation",
                Operation.class,
                OperationView.class,
                contract.events().types());
    }

    Aggregate<Operation, OperationView, OperationFact> operations() {
        return operations;
    }
}
