package io.skyholm.runtime.reconcile;

import io.micrometer.core.instrument.MeterRegistry;
import io.skyholm.runtime.tenant.TimeLimit;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/** Takes due rows of one kind and has them stepped, a few at a time; a row that takes long holds up no other. */
final class ReconcileLoop {

    private static final Logger LOG = Logger.getLogger(ReconcileLoop.class);

    private final Reconciler reconciler;
    private final ReconcileQueue queue;
    private final ReconcileLimits limits;
    private final MeterRegistry metrics;
    private final Context context;
    private final AtomicBoolean taking = new AtomicBoolean();
    private final AtomicBoolean rung = new AtomicBoolean();
    private final AtomicInteger stepping = new AtomicInteger();

    ReconcileLoop(
            Reconciler reconciler,
            ReconcileQueue queue,
            ReconcileLimits limits,
            MeterRegistry metrics,
            Context context) {
        this.reconciler = reconciler;
        this.queue = queue;
        this.limits = limits;
        this.metrics = metrics;
        this.context = context;
    }

    /** Looks for work now, or once more after the look that is under way. */
    void look() {
        rung.set(true);
        context.runOnContext(ignored -> take());
    }

    void sweep() {
        context.runOnContext(ignored -> queue.sweep(reconciler)
                .subscribe()
                .with(found -> look(), failure -> LOG.warnf("Sweep of %s: %s", reconciler.kind(), failure)));
    }

    private void take() {
        int free = limits.atOnce() - stepping.get();
        if (free <= 0 || !taking.compareAndSet(false, true)) {
            return;
        }
        rung.set(false);
        TimeLimit.of(limits.lease(), () -> queue.take(reconciler.kind(), free, limits.lease()))
                .subscribe()
                .with(this::taken, failure -> {
                    LOG.warnf("Reconciling %s pauses: %s", reconciler.kind(), failure);
                    taking.set(false);
                });
    }

    private void taken(List<Task> tasks) {
        stepping.addAndGet(tasks.size());
        taking.set(false);
        tasks.forEach(this::begin);
        if (rung.get()) {
            look();
        }
    }

    /** Where one row was due, another may be: who is done looks again. */
    private void begin(Task task) {
        step(task)
                .onTermination()
                .invoke(stepping::decrementAndGet)
                .subscribe()
                .with(done -> look(), failure -> look());
    }

    private Uni<Integer> step(Task task) {
        return TimeLimit.of(limits.longestStep(), () -> reconciler.step(task.id(), task.cause()))
                .invoke(next -> count("stepped"))
                .chain(next -> queue.giveBack(task, next))
                .onFailure()
                .recoverWithUni(failure -> failed(task, failure));
    }

    private Uni<Integer> failed(Task task, Throwable failure) {
        LOG.warnf("%s %s, failure %d: %s", task.kind(), task.id(), task.failures() + 1, failure);
        count("failed");
        return queue.giveBack(task, failure).onFailure().recoverWithItem(0);
    }

    private void count(String outcome) {
        metrics.counter("skyholm.reconcile.steps", "kind", reconciler.kind(), "outcome", outcome)
                .increment();
    }
}
