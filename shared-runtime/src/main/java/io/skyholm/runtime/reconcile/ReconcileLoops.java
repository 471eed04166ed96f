package io.skyholm.runtime.reconcile;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.skyholm.runtime.time.ClockMoved;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Runs a loop for every reconciler: woken by changes, by time, and by a slow sweep that forgets nothing. */
@Singleton
class ReconcileLoops {

    private final Vertx vertx;
    private final ReconcileQueue queue;
    private final ReconcileBell bell;
    private final List<Reconciler> reconcilers;
    private final List<Long> timers = new ArrayList<>();
    private final List<ReconcileLoop> loops = new ArrayList<>();

    ReconcileLoops(Vertx vertx, ReconcileQueue queue, ReconcileBell bell, @All List<Reconciler> reconcilers) {
        this.vertx = vertx;
        this.queue = queue;
        this.bell = bell;
        this.reconcilers = reconcilers;
    }

    void start(
            @Observes StartupEvent started,
            MeterRegistry metrics,
            @ConfigProperty(name = "skyholm.reconcile.look", defaultValue = "500ms") Duration look,
            @ConfigProperty(name = "skyholm.reconcile.sweep", defaultValue = "60s") Duration sweep) {
        for (Reconciler reconciler : reconcilers) {
            ReconcileLoop loop =
                    new ReconcileLoop(reconciler, queue, ReconcileLimits.USUAL, metrics, vertx.getOrCreateContext());
            loops.add(loop);
            bell.answeredBy(reconciler.kind(), loop::look);
            timers.add(vertx.setPeriodic(look.toMillis(), timer -> loop.look()));
            timers.add(vertx.setPeriodic(sweep.toMillis(), timer -> loop.sweep()));
            loop.sweep();
        }
    }

    /** What became due by that, a sweep would otherwise find within a minute. */
    void moved(@Observes ClockMoved clock) {
        loops.forEach(ReconcileLoop::sweep);
    }

    void stop(@Observes ShutdownEvent stopping) {
        timers.forEach(vertx::cancelTimer);
    }
}
