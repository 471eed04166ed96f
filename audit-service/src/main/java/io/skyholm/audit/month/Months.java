package io.skyholm.audit.month;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.skyholm.audit.AuditSettings;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/** Makes the partitions of the months to come, so that no entry ever waits for one. */
@Singleton
class Months {

    private static final Logger LOG = Logger.getLogger(Months.class);
    private static final int AHEAD = 3;
    private static final String LOOK = "select audit_make_months($1), audit_rest()";

    private final TenantTransaction transactions;
    private final Vertx vertx;
    private final AtomicInteger strays = new AtomicInteger();
    private long timer;

    Months(TenantTransaction transactions, Vertx vertx) {
        this.transactions = transactions;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent started, AuditSettings settings, MeterRegistry metrics) {
        metrics.gauge("skyholm.audit.strays", strays);
        timer = vertx.setPeriodic(0, settings.look().toMillis(), tick -> look().subscribe()
                .with(done -> {}, failure -> LOG.warnf("Making months ahead tries again later: %s", failure)));
    }

    void stop(@Observes ShutdownEvent stopping) {
        vertx.cancelTimer(timer);
    }

    /** Whether there are entries that no month took. */
    boolean hasStrays() {
        return strays.get() > 0;
    }

    private record Looked(int auditMakeMonths, boolean auditRest) {}

    /** Makes what is missing, and looks whether anything fell through. */
    Uni<Void> look() {
        return transactions
                .change(Cause.platform(), work -> work.one(Looked.class, LOOK, AHEAD))
                .invoke(looked -> strays.set(looked.auditRest() ? 1 : 0))
                .replaceWithVoid();
    }
}
