package io.skyholm.audit.digest;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.skyholm.audit.AuditSettings;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Has the heads of chains signed now and then. */
@Singleton
class DigestTimer {

    private static final Logger LOG = Logger.getLogger(DigestTimer.class);

    private final Digests digests;
    private final Vertx vertx;
    private long timer;

    DigestTimer(Digests digests, Vertx vertx) {
        this.digests = digests;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent started, AuditSettings settings) {
        timer = vertx.setPeriodic(settings.digests().toMillis(), tick -> digests.signHeads()
                .subscribe()
                .with(done -> {}, failure -> LOG.warnf("Signing digests tries again later: %s", failure)));
    }

    void stop(@Observes ShutdownEvent stopping) {
        vertx.cancelTimer(timer);
    }
}
