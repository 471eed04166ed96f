package io.skyholm.audit.archive;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.skyholm.audit.AuditSettings;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Looks now and then whether a month is past its retention. */
@Singleton
class ArchiveTimer {

    private static final Logger LOG = Logger.getLogger(ArchiveTimer.class);

    private final Archives archives;
    private final Vertx vertx;
    private long timer;

    ArchiveTimer(Archives archives, Vertx vertx) {
        this.archives = archives;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent started, AuditSettings settings) {
        timer = vertx.setPeriodic(settings.look().toMillis(), tick -> archives.archiveDue()
                .subscribe()
                .with(done -> {}, failure -> LOG.errorf(failure, "Archiving tries again later")));
    }

    void stop(@Observes ShutdownEvent stopping) {
        vertx.cancelTimer(timer);
    }
}
