package io.skyholm.operations;

import io.skyholm.events.compute.OperationStatus;
import io.skyholm.runtime.reconcile.ReconcileQueue;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.runtime.time.CalendarClock;
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

    private final OperationPublisher publisher;
    private final ReconcileQueue queue;
    private final OperationIds ids;
    private final CalendarClock clock;

    OperationRecorder(OperationPublisher publisher, ReconcileQueue queue, OperationIds ids, CalendarClock clock) {
        this.ids = ids;
        this.clock = clock;
        this.publisher = publisher;
        this.queue = queue;
    }

    /** Begins an operation. */
    public Uni<Operation> begin(Work work, NewOperation begin, Object request, Duration longest) {
        return begin(work, prepare(begin, request, longest));
    }

    /** An operation in which something can be noted before it begins. */
    public Operation prepare(NewOperation begin, Object request, Duration longest) {
        return new Operation(ids.next(), begin, request, clock.instant(), longest);
    }

    /** Begins an operation that was prepared. */
    public Uni<Operation> begin(Work work, Operation operation) {
        publisher.publish(work, operation);
        return work.insert(operation).replaceWith(operation);
    }

    /** The operation, held against others until the transaction ends. */
    public Uni<Optional<Operation>> held(Work work, @Nullable UUID id) {
        return id == null ? Uni.createFrom().item(Optional.empty()) : work.lock(Operation.class, id);
    }

    /** Writes what was noted in an operation that goes on. */
    public Uni<Void> save(Work work, Operation operation) {
        operation.changed(work.now());
        return work.update(operation);
    }

    /** Ends an operation. */
    public Uni<Operation> end(Work work, Operation operation, OperationStatus outcome, @Nullable String why) {
        Instant now = work.now();
        operation.end(outcome, why, now);
        operation.changed(now);
        publisher.publish(work, operation);
        if (operation.parentId != null) {
            queue.wake(work, ParentOperationReconciler.KIND, operation.parentId);
        }
        return work.update(operation).replaceWith(operation);
    }

    /** Has an operation that consists of others looked after until all of them have ended. */
    public void watchParts(Work work, UUID operation) {
        queue.wake(work, ParentOperationReconciler.KIND, operation);
    }
}
