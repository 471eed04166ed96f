package io.skyholm.runtime.journal;

import io.quarkus.runtime.StartupEvent;
import io.skyholm.events.audit.RefusedCallsEvents;
import io.skyholm.events.audit.RefusedCallsFact;
import io.skyholm.runtime.outbox.Outbox;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.time.CalendarClock;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Tells audit how many calls were refused to nobody in particular, or to somebody who had very many refused, once in a while: told one
 * by one, they could fill the chain. A process that dies loses what it has counted since.
 */
@Singleton
public class RefusedCalls {

    private static final Logger LOG = Logger.getLogger(RefusedCalls.class);

    private final TenantTransaction transactions;
    private final Outbox outbox;
    private final CalendarClock clock;
    private final Duration every;
    private RefusalCount count;

    RefusedCalls(
            TenantTransaction transactions,
            Outbox outbox,
            CalendarClock clock,
            @ConfigProperty(name = "skyholm.refused-calls.every", defaultValue = "1m") Duration every) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.clock = clock;
        this.every = every;
        this.count = new RefusalCount(clock.instant());
    }

    void start(@Observes StartupEvent started, Vertx vertx) {
        Context context = vertx.getOrCreateContext();
        vertx.setPeriodic(every.toMillis(), timer -> context.runOnContext(ignored -> tell()));
    }

    /** Counts one from that address. */
    public synchronized void add(@Nullable String address) {
        count.add(address, 1);
    }

    private void tell() {
        counted().ifPresent(fact -> transactions
                .change(Cause.platform(), work -> {
                    outbox.publish(work, RefusedCallsEvents.COUNTED, fact);
                    return Uni.createFrom().voidItem();
                })
                .subscribe()
                .with(told -> {}, failure -> {
                    LOG.debugf("Refused calls wait to be told: %s", failure);
                    takeBack(fact);
                }));
    }

    private synchronized Optional<RefusedCallsFact> counted() {
        Optional<RefusedCallsFact> fact = count.fact(clock.instant());
        count = new RefusalCount(clock.instant());
        return fact;
    }

    private synchronized void takeBack(RefusedCallsFact fact) {
        count = count.joinedWith(fact);
    }
}
