package io.skyholm.runtime.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.runtime.StartupEvent;
import io.skyholm.events.identity.KeyUseEvents;
import io.skyholm.events.identity.KeyUseFact;
import io.skyholm.runtime.outbox.Outbox;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.time.CalendarClock;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Tells identity which API keys are in use: each at most once a minute, in batches, and never while a caller waits. */
@Singleton
class KeyUses {

    private static final Logger LOG = Logger.getLogger(KeyUses.class);
    private static final Duration EVERY = Duration.ofSeconds(2);
    private static final Duration ONCE_IN = Duration.ofMinutes(1);
    private static final int MOST_REMEMBERED = 50_000;

    private final TenantTransaction transactions;
    private final Outbox outbox;
    private final CalendarClock clock;
    private final Queue<KeyUseFact> untold = new ConcurrentLinkedQueue<>();
    private final Cache<UUID, Instant> told = Caffeine.newBuilder()
            .maximumSize(MOST_REMEMBERED)
            .expireAfterWrite(ONCE_IN)
            .build();

    KeyUses(TenantTransaction transactions, Outbox outbox, CalendarClock clock) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started, Vertx vertx) {
        vertx.setPeriodic(EVERY.toMillis(), timer -> tell().subscribe()
                .with(done -> {}, failure -> LOG.debugf("Uses of API keys were not told: %s", failure)));
    }

    void seen(KnownKey key, @Nullable String address) {
        Instant now = clock.instant();
        if (told.asMap().putIfAbsent(key.id(), now) == null) {
            untold.add(new KeyUseFact(key.id(), now.toEpochMilli(), key.tenantId(), now, address));
        }
    }

    private Uni<Void> tell() {
        List<KeyUseFact> uses = new ArrayList<>();
        for (KeyUseFact use = untold.poll(); use != null; use = untold.poll()) {
            uses.add(use);
        }
        if (uses.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return transactions.change(Cause.platform(), work -> {
            uses.forEach(use -> outbox.publish(work, KeyUseEvents.SEEN, use));
            return Uni.createFrom().voidItem();
        });
    }
}
