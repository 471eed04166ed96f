package io.skyholm.operations;

import io.skyholm.events.compute.OperationFact;
import io.skyholm.runtime.outbox.Outbox;
import io.skyholm.runtime.tenant.Work;
import jakarta.inject.Singleton;

/** Tells the world how an operation stands. */
@Singleton
class OperationPublisher {

    private final Outbox outbox;
    private final OperationContract contract;

    OperationPublisher(Outbox outbox, OperationContract contract) {
        this.outbox = outbox;
        this.contract = contract;
    }

    void publish(Work work, Operation operation) {
        outbox.publish(
                work,
                contract.event(operation.status),
                new OperationFact(
                        operation.id,
                        operation.generation,
                        operation.tenantId,
                        operation.kind,
                        operation.resourceType,
                        operation.resourceId,
                        operation.parentId,
                        operation.status,
                        operation.detail,
                        operation.steps,
                        operation.deadline,
                        operation.createdAt,
                        operation.updatedAt,
                        operation.endedAt,
                        operation.createdBy));
    }
}
