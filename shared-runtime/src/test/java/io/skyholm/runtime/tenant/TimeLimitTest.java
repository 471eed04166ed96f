package io.skyholm.runtime.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.runtime.testing.fixtures.Chains;
import io.skyholm.runtime.testing.fixtures.Sql;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TimeLimitTest {

    private static final Sql EVERYTHING = Sql.asSuperuser("support");
    private static final Duration SHORT = Duration.ofMillis(100);
    private static final Duration AMPLE = Duration.ofSeconds(60);

    @Inject
    TenantTransaction transactions;

    private final String name = UUID.randomUUID().toString();

    @Test
    void whatComesInTimeComes() {
        Integer one = Chains.outcomeOf(
                () -> TimeLimit.of(AMPLE, () -> Uni.createFrom().item(1)));
        assertThat(one).isEqualTo(1);
    }

    @Test
    void afterTheLimitATransactionCanBegin() {
        Integer rows = Chains.outcomeOf(
                () -> TimeLimit.of(SHORT, () -> Uni.createFrom().<Integer>nothing())
                        .onFailure(TimeoutException.class)
                        .recoverWithUni(() -> transactions.change(Cause.platform(), this::insert)));
        assertThat(rows).isEqualTo(1);
    }

    @Test
    void aTransactionThatIsLostSightOfLosesItsLocks() {
        Chains.outcomeOf(() -> transactions.change(Cause.platform(), this::insert));
        assertThatThrownBy(() -> Chains.outcomeOf(() -> TimeLimit.of(
                        SHORT,
                        () -> transactions.change(Cause.platform(), work -> tally(work, 10)
                                .chain(() -> Uni.createFrom().<Integer>nothing())))))
                .hasRootCauseInstanceOf(TimeoutException.class);

        Integer rows = Chains.outcomeOf(
                () -> TimeLimit.of(AMPLE, () -> transactions.change(Cause.platform(), work -> tally(work, 1))));
        assertThat(rows).isEqualTo(1);
        assertThat(EVERYTHING.number("select times from note_tally where name = ?", name))
                .isEqualTo(2);
    }

    private Uni<Integer> insert(Work work) {
        return work.execute("insert into note_tally (name, times) values ($1, 1)", name);
    }

    private Uni<Integer> tally(Work work, int times) {
        return work.execute("update note_tally set times = times + $2 where name = $1", name, times);
    }
}
