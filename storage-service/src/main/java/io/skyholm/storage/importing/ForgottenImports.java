package io.skyholm.storage.importing;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.skyholm.runtime.time.CalendarClock;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Looks now and then for imports that are still open here and that nobody will go on with: no task tells of one whose version is gone. */
@Singleton
class ForgottenImports {

    private static final Logger LOG = Logger.getLogger(ForgottenImports.class);
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final ImportReconciler imports;
    private final CalendarClock clock;
    private final Vertx vertx;
    private long timer;

    ForgottenImports(ImportReconciler imports, CalendarClock clock, Vertx vertx) {
        this.imports = imports;
        this.clock = clock;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent started) {
        timer = vertx.setPeriodic(EVERY.toMillis(), tick -> imports.endForgotten(clock.instant())
                .subscribe()
                .with(done -> {}, failure -> LOG.warnf("Forgotten imports are ended again later: %s", failure)));
    }

    void stop(@Observes ShutdownEvent stopping) {
        vertx.cancelTimer(timer);
    }
}
