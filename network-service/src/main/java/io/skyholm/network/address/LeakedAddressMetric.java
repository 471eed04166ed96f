package io.skyholm.network.address;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.skyholm.runtime.page.PageRequest;
import io.skyholm.runtime.tenant.TenantScope;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/** Counts addresses that nothing has any more and that were not given back: the metric is 0, or somebody must look. */
@Singleton
class LeakedAddressMetric {

    private static final Logger LOG = Logger.getLogger(LeakedAddressMetric.class);
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final PageRequest ENOUGH = new PageRequest(500, null);

    private final AddressStore store;
    private final Vertx vertx;
    private final AtomicInteger leaked = new AtomicInteger();
    private long timer;

    LeakedAddressMetric(AddressStore store, Vertx vertx) {
        this.store = store;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent started, MeterRegistry metrics) {
        metrics.gauge("skyholm.addresses.leaked", leaked);
        timer = vertx.setPeriodic(EVERY.toMillis(), tick -> store.leaked(TenantScope.PLATFORM, ENOUGH)
                .subscribe()
                .with(
                        found -> leaked.set(found.items().size()),
                        failure -> LOG.warnf("Leaks are counted later: %s", failure)));
    }

    void stop(@Observes ShutdownEvent stopping) {
        vertx.cancelTimer(timer);
    }
}
