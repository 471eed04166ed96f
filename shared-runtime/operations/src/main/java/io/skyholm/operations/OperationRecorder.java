package io.skyholm.operations;

import io.skyholm.events.operation.OperationEvents;
import io.skyholm.events.operation.OperationFact;
import io.skyholm.events.operation.OperationStatus;
import io.skyholm.runtime.aggregate.Aggregate;
import io.skyholm.runtime.reconcile.ReconcileQueue;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where rooms that do things write down what they are doing. */
@Singleton
public class OperationRecorder {

    private final Aggregate<Operation, OperationView, OperationFact> operations;
    private final OperationEvents events;
    private final OperationIds ids;
    private final ReconcileQueue queue;

    OperationRecorder(OperationStore store, OperationContract contract, OperationIds ids, ReconcileQueue queue) {
        this.operations = store.operations();
        this.events = contract.events();
        this.ids = ids;
        this.queue = queue;
    }

    /** Begins an operation. */
    public Uni<Operation> begin(Work work, NewOperation begin, Object request, Duration longest) {
        return begin(work, prepare(begin, request, longest));
    }

    /** An operation in which something can be noted before it begins. */
    public Operation prepare(NewOperation begin, Object request, Duration longest) {
        return new Operation(ids.next(), begin, request, longest, operations.created(begin.by()));
    }

    /** Begins an operation that was prepared. */
    public Uni<Operation> begin(Work work, Operation operation) {
        return operations.insert(work, events.started(), operation).replaceWith(operation);
    }

    /** What callers see of it. */
    public OperationView view(Operation operation) {
        return operations.view(operation);
    }

    /** The operation, held against others until the transaction ends. */
    public Uni<Optional<Operation>> held(Work work, @Nullable UUID id) {
        return id == null ? Uni.createFrom().item(Optional.empty()) : operations.locked(work, id);
    }

    /** Writes what was noted in an operation that goes on. */
    public Uni<Void> save(Work work, Operation operation) {
        operation.revision().changed(work.cause().user(), work.now());
        return work.update(operation);
    }

    /** Ends an operation. */
    public Uni<Operation> end(Work work, Operation operation, OperationStatus outcome, @Nullable String why) {
        Instant now = work.now();
        operation.end(outcome, why, now);
        operation.revision().changed(work.cause().user(), now);
        if (operation.parentId != null) {
            queue.remind(work, ParentOperationReconciler.KIND, operation.parentId);
        }
        return operations.update(work, events.telling(outcome), operation).replaceWith(operation);
    }

    /** Has a parent operation looked after until all its children have ended. */
    public void watchChildren(Work work, UUID operation) {
        queue.wake(work, ParentOperationReconciler.KIND, operation);
    }
}
