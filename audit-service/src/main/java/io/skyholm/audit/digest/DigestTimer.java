package io.skyholm.audit.digest;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.skyholm.audit.AuditSettings;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/** Has the heads of chains signed now and then, and shows what is not signed: how many the signer refused, and how often it was away. */
@Singleton
class DigestTimer {

    private static final Logger LOG = Logger.getLogger(DigestTimer.class);

    private final Digests digests;
    private final Vertx vertx;
    private final AtomicInteger refused = new AtomicInteger();
    private long timer;

    DigestTimer(Digests digests, Vertx vertx) {
        this.digests = digests;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent started, AuditSettings settings, MeterRegistry metrics) {
        metrics.gauge("skyholm.audit.heads.refused", refused);
        Counter failures = metrics.counter("skyholm.audit.signing.failures");
        timer = vertx.setPeriodic(
                settings.digests().toMillis(),
                tick -> digests.signHeads().subscribe().with(refused::set, failure -> {
                    failures.increment();
                    LOG.warnf("Signing digests tries again later: %s", failure);
                }));
    }

    void stop(@Observes ShutdownEvent stopping) {
        vertx.cancelTimer(timer);
    }
}
