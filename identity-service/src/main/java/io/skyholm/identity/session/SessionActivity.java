package io.skyholm.identity.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.runtime.StartupEvent;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.ColumnReaders;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.runtime.time.RealTime;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Notes that sessions are in use: at most once a minute each, and not while the call waits. What is lost with the
 * process is a minute of somebody's activity.
 */
@Singleton
public class SessionActivity {

    private static final Logger LOG = Logger.getLogger(SessionActivity.class);
    private static final Duration ONCE_IN = Duration.ofMinutes(1);
    private static final int MOST_REMEMBERED = 50_000;
    private static final int MOST_WAITING = 10_000;
    private static final String SEEN = """
            update session set last_activity_at = greatest(last_activity_at, $2),
                user_agent = coalesce($3, user_agent), ip_address = coalesce(ip_address, $4)
            where id = $1 and ended_at is null""";

    private final TenantTransaction transactions;
    private final SessionRecords records;
    private final ConcurrentHashMap<UUID, SessionStarted> waiting = new ConcurrentHashMap<>();
    private final Cache<UUID, Boolean> noted = Caffeine.newBuilder()
            .maximumSize(MOST_REMEMBERED)
            .expireAfterWrite(ONCE_IN)
            .build();

    SessionActivity(TenantTransaction transactions, SessionRecords records) {
        this.transactions = transactions;
        this.records = records;
    }

    void start(
            @Observes StartupEvent started,
            Vertx vertx,
            @ConfigProperty(name = "skyholm.session.note-activity", defaultValue = "2s") Duration every) {
        vertx.setPeriodic(every.toMillis(), timer -> flush().subscribe()
                .with(done -> {}, failure -> LOG.warnf("Activity of sessions was not noted: %s", failure)));
    }

    /** A call came with a token of that session; one that is not known yet is noted as new. */
    public void seen(UUID sessionId, UUID userId, UUID tenantId, @Nullable String address, @Nullable String agent) {
        if (waiting.size() < MOST_WAITING && noted.asMap().putIfAbsent(sessionId, true) == null) {
            waiting.put(sessionId, new SessionStarted(sessionId, userId, RealTime.now(), address, agent));
        }
    }

    Uni<Void> flush() {
        List<SessionStarted> taken = waiting.values().stream().toList();
        taken.forEach(seen -> waiting.remove(seen.id(), seen));
        return Multi.createFrom()
                .iterable(taken)
                .onItem()
                .transformToUniAndConcatenate(seen -> transactions.change(Cause.platform(), work -> note(work, seen)))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private Uni<Void> note(Work work, SessionStarted seen) {
        return work.execute(SEEN, seen.id(), ColumnReaders.parameter(seen.at()), seen.agent(), seen.address())
                .chain(known -> known == 1
                        ? Uni.createFrom().voidItem()
                        : records.started(work, seen).replaceWithVoid());
    }
}
