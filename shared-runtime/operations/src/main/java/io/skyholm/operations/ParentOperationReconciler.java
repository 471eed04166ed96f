package io.skyholm.operations;

import io.skyholm.events.operation.OperationStatus;
import io.skyholm.runtime.reconcile.Next;
import io.skyholm.runtime.reconcile.Reconciler;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;

/** Ends an operation that consists of others when the last of them has ended, or its deadline has come. */
@ApplicationScoped
class ParentOperationReconciler implements Reconciler {

    static final String KIND = "operation";

    private static final Next LATER = Next.in(Duration.ofSeconds(5));
    private static final String CHILDREN = """
            select count(*) as total, count(*) filter (where ended_at is null) as open,
                count(*) filter (where status = 'SUCCEEDED') as done
            from operation where parent_id = $1""";

    private record Children(long total, long open, long done) {}

    private final TenantTransaction transactions;
    private final OperationRecorder operations;

    ParentOperationReconciler(TenantTransaction transactions, OperationRecorder operations) {
        this.transactions = transactions;
        this.operations = operations;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String unrested() {
        return """
                select id from operation where ended_at is null
                    and exists (select from operation child where child.parent_id = operation.id)""";
    }

    @Override
    public Uni<Next> step(UUID id, Cause cause) {
        return transactions.change(
                cause, work -> operations.held(work, id).chain(found -> found.filter(Operation::isOpen)
                        .map(operation -> look(work, operation))
                        .orElseGet(() -> Uni.createFrom().item(Next.DONE))));
    }

    private Uni<Next> look(Work work, Operation operation) {
        return work.one(Children.class, CHILDREN, operation.id).chain(children -> {
            if (children.open() > 0 && !operation.isOver(work.now())) {
                return Uni.createFrom().item(LATER);
            }
            OperationStatus outcome =
                    children.done() == children.total() ? OperationStatus.SUCCEEDED : OperationStatus.FAILED;
            return operations
                    .end(work, operation, outcome, children.done() + " of " + children.total() + " succeeded")
                    .replaceWith(Next.DONE);
        });
    }
}
