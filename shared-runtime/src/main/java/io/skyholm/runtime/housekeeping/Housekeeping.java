package io.skyholm.runtime.housekeeping;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.skyholm.runtime.tenant.TimeLimit;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Deletes old rows until there are none, a batch of each table in turn, so that a table with much to delete does not keep
 * the others waiting. One round follows another; any number of replicas may do so at once.
 */
@Singleton
public class Housekeeping {

    private static final Logger LOG = Logger.getLogger(Housekeeping.class);

    /** What is left then waits for the next round, so that what is kept is told again and again also under load. */
    private static final Duration LONGEST_ROUND = Duration.ofMinutes(1);

    private static final int NOTHING_DELETED = 0;

    private final Retentions retentions;
    private final RetentionStore store;
    private final RetentionMetrics metrics;
    private final Duration longestStep;
    private volatile boolean stopped;

    Housekeeping(
            Retentions retentions,
            RetentionStore store,
            RetentionMetrics metrics,
            @ConfigProperty(name = "skyholm.housekeeping.longest-step", defaultValue = "20s") Duration longestStep) {
        this.retentions = retentions;
        this.store = store;
        this.metrics = metrics;
        this.longestStep = longestStep;
    }

    void start(
            @Observes StartupEvent started,
            Vertx vertx,
            @ConfigProperty(name = "skyholm.housekeeping.every", defaultValue = "30s") Duration every) {
        next(vertx, vertx.getOrCreateContext(), every);
    }

    void stop(@Observes ShutdownEvent stopping) {
        stopped = true;
    }

    /** A round begins when the one before has ended: they never overlap in one process. */
    private void next(Vertx vertx, Context context, Duration every) {
        vertx.setTimer(every.toMillis(), timer -> {
            if (!stopped) {
                context.runOnContext(ignored -> round(LONGEST_ROUND)
                        .onTermination()
                        .invoke(() -> next(vertx, context, every))
                        .subscribe()
                        .with(done -> {}, failure -> LOG.warnf("Housekeeping tries again later: %s", failure)));
            }
        });
    }

    /** Deletes what is old, for about so long at the most, and looks at what is left. */
    public Uni<Void> round(Duration longest) {
        long end = System.nanoTime() + longest.toNanos();
        List<Retention> unfinished = new ArrayList<>(retentions.expiring());
        return declare()
                .chain(() -> Multi.createBy()
                        .repeating()
                        .uni(() -> pass(unfinished))
                        .whilst(done -> !unfinished.isEmpty() && System.nanoTime() < end)
                        .collect()
                        .last())
                .chain(this::measure);
    }

    /** What was written down last time stays where that fails. */
    private Uni<Void> declare() {
        return TimeLimit.of(longestStep, () -> store.declare(retentions))
                .onFailure()
                .invoke(failure -> LOG.warnf("What is kept for how long is not written down for now: %s", failure))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Boolean> pass(List<Retention> unfinished) {
        return Multi.createFrom()
                .iterable(List.copyOf(unfinished))
                .onItem()
                .transformToUniAndConcatenate(
                        retention -> deleteBatch(retention).invoke(rows -> {
                            if (rows < RetentionStore.BATCH) {
                                unfinished.remove(retention);
                            }
                        }))
                .collect()
                .last()
                .replaceWith(true);
    }

    private Uni<Integer> deleteBatch(Retention retention) {
        return orGoOn(
                retention,
                () -> store.deleteBatch(retention).invoke(rows -> metrics.deleted(retention, rows)),
                NOTHING_DELETED);
    }

    private Uni<Void> measure() {
        return Multi.createFrom()
                .iterable(retentions.expiring())
                .onItem()
                .transformToUniAndConcatenate(
                        retention -> orGoOn(retention, () -> store.measure(retention), RetainedRows.NOTHING)
                                .invoke(kept -> metrics.kept(retention, kept)))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** A table that fails, or is locked, is tried again in the next round, and keeps no other waiting. */
    private <T> Uni<T> orGoOn(Retention retention, Supplier<Uni<T>> work, T otherwise) {
        return TimeLimit.of(longestStep, work)
                .onFailure()
                .invoke(failure -> {
                    metrics.failed(retention);
                    LOG.warnf("Old rows of %s stay for now: %s", retention.table(), failure);
                })
                .onFailure()
                .recoverWithItem(otherwise);
    }
}
