package io.skyholm.runtime.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.skyholm.runtime.tenant.Statement;
import io.skyholm.runtime.tenant.TenantRead;
import io.skyholm.runtime.tenant.TenantScope;
import io.skyholm.runtime.time.RealTime;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Watches whether the relays of the outboxes get on. How many bytes a relay is behind does not tell: a busy one is far behind
 * for a moment, and one that tries the same event again and again is near. Its position moves at least every 10 s, with the
 * relay's heartbeat, or something holds it up.
 */
@Singleton
class RelayWatch {

    private static final Logger LOG = Logger.getLogger(RelayWatch.class);

    private static final Statement SLOTS = Statement.of("""
            select slot_name, confirmed_flush_lsn::text confirmed,
                greatest(pg_current_wal_lsn() - confirmed_flush_lsn, 0)::bigint behind
            from pg_replication_slots
            where slot_name like 'skyholm\\_outbox%' and database = current_database()
                and confirmed_flush_lsn is not null""");

    private final TenantRead read;
    private final MeterRegistry metrics;
    private final Vertx vertx;
    private final Map<String, RelayPosition> positions = new ConcurrentHashMap<>();
    private long timer;

    RelayWatch(TenantRead read, MeterRegistry metrics, Vertx vertx) {
        this.read = read;
        this.metrics = metrics;
        this.vertx = vertx;
    }

    void start(
            @Observes StartupEvent started,
            @ConfigProperty(name = "skyholm.relay.look", defaultValue = "10s") Duration every) {
        timer = vertx.setPeriodic(every.toMillis(), tick -> look().subscribe()
                .with(done -> {}, failure -> LOG.warnf("Relays are looked at again later: %s", failure)));
    }

    void stop(@Observes ShutdownEvent stopping) {
        vertx.cancelTimer(timer);
    }

    /** Sees where each relay is now. */
    Uni<Void> look() {
        Instant now = RealTime.now();
        // A slot that was dropped does not stand still.
        return read.list(TenantScope.PLATFORM, SLOTS, row -> note(row, now))
                .invoke(positions.keySet()::retainAll)
                .replaceWithVoid();
    }

    private String note(Row row, Instant now) {
        String slot = row.getString("slot_name");
        RelayPosition seen = new RelayPosition(row.getString("confirmed"), row.getLong("behind"), now);
        RelayPosition before = positions.getOrDefault(slot, RelayPosition.UNKNOWN);
        positions.put(slot, before.next(seen));
        if (before.equals(RelayPosition.UNKNOWN)) {
            gauge("skyholm.relay.behind.bytes", slot, RelayPosition::behindBytes);
            gauge("skyholm.relay.still.seconds", slot, position -> position.stillSeconds(RealTime.now()));
        }
        return slot;
    }

    private void gauge(String name, String slot, ToDoubleFunction<RelayPosition> value) {
        Gauge.builder(name, () -> value.applyAsDouble(positions.getOrDefault(slot, RelayPosition.UNKNOWN)))
                .tag("slot", slot)
                .register(metrics);
    }
}
