package io.skyholm.runtime.housekeeping;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.runtime.testing.fixtures.Chains;
import io.skyholm.runtime.testing.fixtures.Sql;
import io.skyholm.runtime.testing.rules.EveryTableEnds;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Old rows go until there are none, and recent ones stay. */
@QuarkusTest
class HousekeepingTest {

    private static final Sql SQL = Sql.asSuperuser("support");
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(1);
    private static final int BATCH = RetentionStore.BATCH;
    private static final String OLD = "31 days";
    private static final String RECENT = "29 days";

    @Inject
    Housekeeping housekeeping;

    @Inject
    RetentionStore store;

    @Inject
    MeterRegistry metrics;

    @Inject
    Config config;

    private final String consumer = UUID.randomUUID().toString();

    @Test
    void oldRowsAreDeletedUntilThereAreNone() {
        events(3 * BATCH + 1, OLD);
        events(5, RECENT);
        round(housekeeping, LONG_ENOUGH);
        assertThat(left()).isEqualTo(5);
    }

    @Test
    void whatDoesNotFitIntoARoundIsLeftToTheNext() {
        events(3 * BATCH, OLD);
        round(housekeeping, Duration.ZERO);
        assertThat(left()).isBetween(1L, 3L * BATCH - 1);
        round(housekeeping, LONG_ENOUGH);
        assertThat(left()).isZero();
    }

    @Test
    void roundsOfSeveralReplicasDeleteTheSameRowsOnce() {
        events(6 * BATCH, OLD);
        double before = deleted();
        Chains.outcomeOf(() -> Uni.join()
                .all(housekeeping.round(LONG_ENOUGH), housekeeping.round(LONG_ENOUGH), housekeeping.round(LONG_ENOUGH))
                .andFailFast());
        round(housekeeping, LONG_ENOUGH);
        assertThat(left()).isZero();
        assertThat(deleted() - before).isEqualTo(6.0 * BATCH);
    }

    @Test
    void aTableThatFailsKeepsNoOtherWaiting() {
        events(BATCH, OLD);
        round(of(
                Retention.of("no_such_table", "at", LONG_ENOUGH),
                Retention.of("inbox_event", "received_at", days(30))));
        assertThat(left()).isZero();
    }

    @Test
    void aTableThatIsLockedKeepsNoOtherWaiting() {
        events(BATCH, OLD);
        SQL.whileLocked("note_tally", () -> {
            round(of(
                    Retention.of("note_tally", "now()", days(30)),
                    Retention.of("inbox_event", "received_at", days(30))));
            assertThat(left()).isZero();
        });
    }

    @Test
    void aTableThatAServiceExemptsStaysThereThoughItExpiresElsewhere() {
        events(2, OLD);
        round(of(List.of(Retention.of("inbox_event", "received_at", days(30))), Map.of("inbox_event", "kept")));
        assertThat(left()).isEqualTo(2);
    }

    @Test
    void rowsThatDoNotMeetTheConditionStay() {
        events(2, OLD);
        Retention others = Retention.of("inbox_event", "received_at", days(30)).when("consumer <> '" + consumer + "'");
        round(of(others));
        assertThat(left()).isEqualTo(2);
    }

    @Test
    void whatIsKeptAndSinceWhenIsWrittenDownAndMeasured() {
        events(1, RECENT);
        round(housekeeping, LONG_ENOUGH);
        Map<String, @Nullable Object> inbox = SQL.rows("""
                select kept_seconds, now() - oldest between interval '29 days' and interval '30 days' as oldest_is_known,
                    bytes > 0 as has_size, checked_at > now() - interval '1 minute' as is_fresh
                from retention where table_name = 'inbox_event'""").getFirst();
        assertThat(inbox)
                .containsEntry("kept_seconds", days(30).toSeconds())
                .containsEntry("oldest_is_known", true)
                .containsEntry("has_size", true)
                .containsEntry("is_fresh", true);
        assertThat(gauge("skyholm.kept.bytes")).isPositive();
        assertThat(Duration.ofSeconds((long) gauge("skyholm.kept.oldest.seconds")))
                .isBetween(days(29), days(30));
        assertThat(gauge("skyholm.kept.overdue.seconds")).isZero();
    }

    @Test
    void everyTableExpiresOrIsExemptForAReason() {
        EveryTableEnds.in("support");
    }

    private void events(int number, String age) {
        SQL.change("""
                insert into inbox_event (consumer, id, received_at)
                select ?, gen_random_uuid(), now() - ?::interval from generate_series(1, ?)""", consumer, age, number);
    }

    private long left() {
        return SQL.number("select count(*) from inbox_event where consumer = ?", consumer);
    }

    private double deleted() {
        return metrics.counter("skyholm.kept.deleted", "table", "inbox_event").count();
    }

    private double gauge(String name) {
        return metrics.get(name).tag("table", "inbox_event").gauge().value();
    }

    private static Duration days(int number) {
        return Duration.ofDays(number);
    }

    private static void round(Housekeeping housekeeping, Duration longest) {
        Chains.outcomeOf(() -> housekeeping.round(longest));
    }

    /** A round of tables that are declared for this test alone. */
    private void round(RetentionPolicy policy) {
        Retentions retentions = new Retentions(List.of(policy), config);
        RetentionMetrics own = new RetentionMetrics(new SimpleMeterRegistry(), retentions);
        round(new Housekeeping(retentions, store, own, Duration.ofSeconds(5)), LONG_ENOUGH);
    }

    private static RetentionPolicy of(Retention... expiring) {
        return of(List.of(expiring), Map.of());
    }

    private static RetentionPolicy of(List<Retention> expiring, Map<String, String> exempt) {
        return new RetentionPolicy() {
            @Override
            public List<Retention> expiring() {
                return expiring;
            }

            @Override
            public Map<String, String> exempt() {
                return exempt;
            }
        };
    }
}
