package io.skyholm.runtime.housekeeping;

import io.quarkus.runtime.StartupEvent;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Forgets relayed events, remembered events and kept answers once nobody can ask for them any more. */
@Singleton
class Housekeeping {

    private static final Logger LOG = Logger.getLogger(Housekeeping.class);
    private static final Duration EVERY = Duration.ofMinutes(10);
    private static final int MOST_AT_ONCE = 5_000;

    private final TenantTransaction transactions;
    private final Kept kept;

    Housekeeping(TenantTransaction transactions, Kept kept) {
        this.transactions = transactions;
        this.kept = kept;
    }

    void start(@Observes StartupEvent started, Vertx vertx) {
        vertx.setPeriodic(EVERY.toMillis(), timer -> clean().subscribe()
                .with(done -> {}, failure -> LOG.warnf("Housekeeping tries again later: %s", failure)));
    }

    Uni<Void> clean() {
        return transactions
                .change(Cause.platform(), work -> forget(work, "outbox_event", "created_at", kept.outbox())
                        .chain(() -> forget(work, "inbox_event", "received_at", kept.inbox()))
                        .chain(() -> forget(work, "idempotency_key", "created_at", kept.answers()))
                        .chain(() -> forget(work, "ended_session", "ended_at", kept.endedSessions())))
                .replaceWithVoid();
    }

    private static Uni<Integer> forget(Work work, String table, String time, Duration keeping) {
        String sql = """
                delete from %1$s where ctid in
                    (select ctid from %1$s where %2$s < now() - make_interval(secs => $1) limit %3$d)""".formatted(table, time, MOST_AT_ONCE);
        return work.execute(sql, (double) keeping.toSeconds());
    }
}
