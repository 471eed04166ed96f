package io.skyholm.identity.login;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.skyholm.identity.keycloak.Directory;
import io.skyholm.identity.keycloak.DirectoryEvent;
import io.skyholm.identity.keycloak.DirectoryUnavailable;
import io.skyholm.runtime.reconcile.Next;
import io.skyholm.runtime.reconcile.Reconciler;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.ColumnReaders;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.time.RealTime;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Reads what the directory saw, again and again. There is one row to reconcile, so one replica reads at a time. Each
 * look goes back a little, for events that were written late; what is known already has no effect again.
 */
@ApplicationScoped
class LoginReconciler implements Reconciler {

    static final String KIND = "login";

    private static final Duration OVERLAP = Duration.ofSeconds(20);
    /** Administration is rare, and each look reads what the last ones did once more. */
    private static final Duration ADMINISTRATION = Duration.ofSeconds(10);

    private static final Next UNTIL_IT_IS_BACK = Next.in(Duration.ofSeconds(3));
    private static final int MOST_AT_ONCE = 200;
    private static final int MOST_REMEMBERED = 20_000;
    private static final String READ_UNTIL =
            "update login_reading set read_until = greatest(read_until, $2), looked_at = now() where id = $1";

    private final LoginStore store;
    private final LoginRecords records;
    private final AdministrationRecords administration;
    private final Directory directory;
    private final TenantTransaction transactions;
    private final Duration every;
    private volatile Instant administrationDue = Instant.MIN;

    /** Spares the database what this replica has just learnt; the truth is there. */
    private final Cache<String, Boolean> learnt = Caffeine.newBuilder()
            .maximumSize(MOST_REMEMBERED)
            .expireAfterWrite(OVERLAP.multipliedBy(3))
            .build();

    LoginReconciler(
            LoginStore store,
            LoginRecords records,
            AdministrationRecords administration,
            Directory directory,
            TenantTransaction transactions,
            @ConfigProperty(name = "skyholm.logins.read-every", defaultValue = "1s") Duration every) {
        this.store = store;
        this.records = records;
        this.administration = administration;
        this.directory = directory;
        this.transactions = transactions;
        this.every = every;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String unrested() {
        return "select id from login_reading";
    }

    @Override
    public Uni<Next> step(UUID id, Cause cause) {
        return store.readUntil()
                .map(Optional::orElseThrow)
                .call(until -> read(id, cause, until.logins().minus(OVERLAP), 0))
                .call(until -> administration(id, until.administration()))
                .replaceWith(Next.in(every))
                .onFailure(DirectoryUnavailable.class)
                .recoverWithItem(UNTIL_IT_IS_BACK);
    }

    private Uni<Void> administration(UUID id, Instant until) {
        Instant now = RealTime.now();
        if (now.isBefore(administrationDue)) {
            return Uni.createFrom().voidItem();
        }
        administrationDue = now.plus(ADMINISTRATION);
        return administration.read(id, until.minus(OVERLAP), 0, MOST_AT_ONCE);
    }

    /** Page by page until one is not full. */
    private Uni<Void> read(UUID id, Cause cause, Instant since, int first) {
        return directory
                .events(since, first, MOST_AT_ONCE)
                .call(this::learn)
                .call(events -> readUntil(
                        id, cause, events.isEmpty() ? since : events.getLast().at()))
                .chain(events -> events.size() < MOST_AT_ONCE
                        ? Uni.createFrom().voidItem()
                        : read(id, cause, since, first + MOST_AT_ONCE));
    }

    private Uni<Void> learn(List<DirectoryEvent> events) {
        return Multi.createFrom()
                .iterable(events)
                .filter(event -> learnt.getIfPresent(event.id()) == null)
                .onItem()
                .transformToUniAndConcatenate(event -> records.learn(event).invoke(() -> learnt.put(event.id(), true)))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private Uni<Integer> readUntil(UUID id, Cause cause, Instant time) {
        return transactions.change(cause, work -> work.execute(READ_UNTIL, id, ColumnReaders.parameter(time)));
    }
}
