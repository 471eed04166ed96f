package io.skyholm.runtime.reconcile;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
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
            ReconcileLoop loop = new ReconcileLoop(reconciler, queue, Pace.USUAL, metrics, vertx.getOrCreateContext());
            bell.answeredBy(reconciler.kind(), loop::look);
            timers.add(vertx.setPeriodic(look.toMillis(), timer -> loop.look()));
            timers.add(vertx.setPeriodic(sweep.toMillis(), timer -> loop.sweep()));
            loop.sweep();
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        timers.forEach(vertx::cancelTimer);
    }
}
