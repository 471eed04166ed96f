package io.skyholm.compute.operation;

import io.skyholm.events.EventType;
import io.skyholm.events.compute.OperationEvents;
import io.skyholm.events.compute.OperationFact;
import io.skyholm.runtime.outbox.Outbox;
import io.skyholm.runtime.tenant.Work;
import jakarta.inject.Singleton;

/** Tells the world how an operation stands. */
@Singleton
class OperationPublisher {

    private final Outbox outbox;

    OperationPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    void publish(Work work, Operation operation) {
        outbox.publish(
                work,
                type(operation),
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

    private static EventType<OperationFact> type(Operation operation) {
        return switch (operation.status) {
            case RUNNING -> OperationEvents.STARTED;
            case SUCCEEDED -> OperationEvents.SUCCEEDED;
            case FAILED -> OperationEvents.FAILED;
            case CANCELLED -> OperationEvents.CANCELLED;
        };
    }
}
