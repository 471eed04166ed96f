package io.skyholm.runtime.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.Statement;
import io.skyholm.runtime.tenant.TenantRead;
import io.skyholm.runtime.tenant.TenantScope;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.testing.fixtures.Chains;
import io.skyholm.runtime.testing.fixtures.TestClock;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever asks for calendar time is told the same: Java and SQL, in transactions and in reads. */
@QuarkusTest
class MovedTimeTest {

    private static final Duration A_MONTH = Duration.ofDays(31);
    private static final Statement NOW = Statement.of("select calendar_now() as time");

    @Inject
    TenantTransaction transactions;

    @Inject
    TenantRead read;

    @Inject
    CalendarClock clock;

    @Test
    void javaAndSqlAreMovedTogether() {
        Duration before = clock.ahead();
        TestClock.forward(A_MONTH);
        assertThat(clock.ahead()).isEqualTo(before.plus(A_MONTH));
        assertThat(List.of(inTransaction(), inSqlOfATransaction(), inSqlOfARead()))
                .allSatisfy(time -> assertThat(time).isCloseTo(clock.instant(), within(5)));
    }

    @Test
    void realTimeIsNot() {
        TestClock.forward(A_MONTH);
        Instant inSql = Chains.outcomeOf(() -> transactions.change(
                        Cause.platform(), work -> work.value(OffsetDateTime.class, "select now() as time")))
                .orElseThrow()
                .toInstant();
        assertThat(inSql).isCloseTo(RealTime.now(), within(5));
        assertThat(RealTime.now()).isBefore(clock.instant().minus(A_MONTH.minusMinutes(1)));
    }

    private Instant inTransaction() {
        return Chains.outcomeOf(() -> transactions.change(
                Cause.platform(), work -> work.exists("select 1 as one").map(any -> work.now())));
    }

    private Instant inSqlOfATransaction() {
        return Chains.outcomeOf(() ->
                        transactions.change(Cause.platform(), work -> work.value(OffsetDateTime.class, NOW.sql())))
                .orElseThrow()
                .toInstant();
    }

    private Instant inSqlOfARead() {
        return Chains.outcomeOf(() -> read.one(TenantScope.PLATFORM, NOW, row -> row.getOffsetDateTime("time")))
                .orElseThrow()
                .toInstant();
    }

    private static org.assertj.core.data.TemporalUnitOffset within(long seconds) {
        return org.assertj.core.api.Assertions.within(seconds, ChronoUnit.SECONDS);
    }
}
