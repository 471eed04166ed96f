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
import io.skyholm.runtime.tenant.Sequentially;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.time.RealTime;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Reads what the directory saw, again and again. There is one row to reconcile for each {@link ReadingStream}, so one replica reads
 * it at a time, and none waits for another. Each look goes back a little, for events that were written late; what is known already has
 * no effect again.
 */
@ApplicationScoped
class LoginReconciler implements Reconciler {

    static final String KIND = "login";

    private static final Duration OVERLAP = Duration.ofSeconds(20);
    /** Administration is rare, and each look reads what the last ones did once more. */
    private static final Duration ADMINISTRATION = Duration.ofSeconds(10);
    /** Well before a step is given up as failed: one that comes to no end goes on at once, and not after a back-off. */
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(10);

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
        return store.reading(id)
                .map(Optional::orElseThrow)
                .chain(reading -> look(reading, cause))
                .onFailure(DirectoryUnavailable.class)
                .recoverWithItem(UNTIL_IT_IS_BACK);
    }

    private Uni<Next> look(Reading reading, Cause cause) {
        Instant since = reading.readUntil().minus(OVERLAP);
        return reading.stream() == ReadingStream.ADMINISTRATION
                ? administration.read(reading.id(), since, 0, MOST_AT_ONCE).replaceWith(Next.in(ADMINISTRATION))
                : read(new Look(reading, cause, since, RealTime.now().plus(LONGEST_LOOK)), 0);
    }

    /** Page by page until one is not full, or the look has taken long. */
    private Uni<Next> read(Look look, int first) {
        return directory
                .events(look.reading().stream().kinds(), look.since(), first, MOST_AT_ONCE)
                .call(this::learn)
                .call(events -> readUntil(look, events))
                .chain(events -> {
                    if (events.size() < MOST_AT_ONCE) {
                        return Uni.createFrom().item(Next.in(every));
                    }
                    return RealTime.now().isAfter(look.until())
                            ? Uni.createFrom().item(Next.NOW)
                            : read(look, first + MOST_AT_ONCE);
                });
    }

    private Uni<Void> learn(List<DirectoryEvent> events) {
        List<DirectoryEvent> news = events.stream()
                .filter(event -> learnt.getIfPresent(event.id()) == null)
                .toList();
        List<DirectoryEvent> strangers =
                news.stream().filter(DirectoryEvent::isStrangersFailure).toList();
        List<DirectoryEvent> others =
                news.stream().filter(event -> !event.isStrangersFailure()).toList();
        return records.count(strangers)
                .invoke(() -> strangers.forEach(this::remember))
                .chain(() ->
                        Sequentially.of(others, event -> records.learn(event).invoke(() -> remember(event))))
                .replaceWithVoid();
    }

    private void remember(DirectoryEvent event) {
        learnt.put(event.id(), true);
    }

    private Uni<Void> readUntil(Look look, List<DirectoryEvent> events) {
        Instant time = events.isEmpty() ? look.since() : events.getLast().at();
        return transactions.change(
                look.cause(), work -> work.execute(READ_UNTIL, look.reading().id(), ColumnReaders.parameter(time))
                        .call(() -> look.reading().stream() == ReadingStream.FAILURES
                                ? StrangersLogins.forgetBefore(work, look.since())
                                : Uni.createFrom().voidItem())
                        .replaceWithVoid());
    }

    /** One look at a stream: from when on, and for how long. */
    private record Look(Reading reading, Cause cause, Instant since, Instant until) {}
}
