package io.skyholm.runtime.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.runtime.testing.fixtures.Chains;
import io.skyholm.runtime.testing.fixtures.Crowd;
import io.skyholm.runtime.testing.fixtures.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TenantTransactionTest {

    private static final Sql EVERYTHING = Sql.asSuperuser("support");
    private static final String INSERT = "insert into note_tally (name, times) values ($1, 1)";

    /** More than the pool has connections. */
    private static final int OFTEN = 20;

    @Inject
    TenantTransaction transactions;

    private final String name = UUID.randomUUID().toString();
    private final List<String> afterwards = new ArrayList<>();

    @Test
    void whatSucceedsIsKeptAndThenTold() {
        Chains.outcomeOf(() -> transactions.change(Cause.platform(), this::insert));
        assertThat(tallies()).isEqualTo(1);
        assertThat(afterwards).containsExactly("told");
    }

    @Test
    void whatFailsIsUndoneAndNotTold() {
        fails(work -> insert(work).invoke(() -> {
            throw new IllegalStateException("on purpose");
        }));
        assertThat(tallies()).isZero();
        assertThat(afterwards).isEmpty();
    }

    /** PostgreSQL ends one of two that wait for each other; it begins again, and both succeed. */
    @Test
    void ofTwoThatWaitForEachOtherBothAreCarriedOut() {
        CountDownLatch bothHoldOne = new CountDownLatch(2);
        List<Integer> rows = Crowd.of(2, number -> {
            String first = name + number;
            String second = name + (1 - number);
            return Chains.outcomeOf(() -> transactions.change(Cause.platform(), work -> {
                work.lockName(first);
                return work.execute("update note_tally set times = times + 1 where name = $1", name)
                        .chain(() -> meeting(bothHoldOne))
                        .invoke(() -> work.lockName(second))
                        .chain(() -> work.execute(INSERT, first));
            }));
        });
        assertThat(rows).containsExactly(1, 1);
    }

    /** Once both are there, nobody waits. */
    private static Uni<Void> meeting(CountDownLatch both) {
        both.countDown();
        Context caller = Vertx.currentContext();
        return Uni.createFrom()
                .<Void>emitter(arrived -> Thread.startVirtualThread(() -> {
                    awaited(both);
                    caller.runOnContext(ignored -> arrived.complete(null));
                }));
    }

    private static void awaited(CountDownLatch both) {
        try {
            assertThat(both.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void whatIsTriedOutIsUndoneAndNotTold() {
        Integer rows = Chains.outcomeOf(() -> transactions.tryOut(Cause.platform(), this::insert));
        assertThat(rows).isEqualTo(1);
        assertThat(tallies()).isZero();
        assertThat(afterwards).isEmpty();
    }

    @Test
    void aSentStatementThatFailsMakesTheTransactionFail() {
        fails(work -> {
            work.send("insert into note_tally (name, times) values ($1, null)", name);
            return Uni.createFrom().item(1);
        });
        assertThat(tallies()).isZero();
    }

    @Test
    void aSentStatementThatFailsMakesTryingOutFail() {
        assertThatThrownBy(() -> Chains.outcomeOf(() -> transactions.tryOut(Cause.platform(), work -> {
                    work.send("insert into note_tally (name, times) values ($1, null)", name);
                    return Uni.createFrom().item(1);
                })))
                .isInstanceOf(RuntimeException.class);
        whatSucceedsIsKeptAndThenTold();
    }

    @Test
    void workThatGoesOnAfterAFailedStatementIsNotTakenForCommitted() {
        for (int time = 0; time < OFTEN; time++) {
            fails(work -> insert(work)
                    .chain(() -> work.execute("insert into note_tally (name, times) values ($1, null)", name))
                    .onFailure()
                    .recoverWithItem(0));
        }
        assertThat(tallies()).isZero();
        assertThat(afterwards).isEmpty();
        whatSucceedsIsKeptAndThenTold();
    }

    @Test
    void whatTheCommitFindsWrongIsNotTakenForCommitted() {
        EVERYTHING.change("create table if not exists checked_late (name text unique deferrable initially deferred)");
        EVERYTHING.change("grant insert on checked_late to support_service");
        String insert = "insert into checked_late values ($1)";
        fails(work -> {
            work.send(insert, name);
            work.send(insert, name);
            return Uni.createFrom().item(1);
        });
        assertThat(EVERYTHING.number("select count(*) from checked_late where name = ?", name))
                .isZero();
        EVERYTHING.change("drop table checked_late");
    }

    @Test
    void whatIsOnlySentIsKept() {
        Chains.outcomeOf(() -> transactions.change(Cause.platform(), work -> {
            work.send(INSERT, name);
            return Uni.createFrom().item(1);
        }));
        assertThat(tallies()).isEqualTo(1);
    }

    @Test
    void aLongStatementStaysPreparedOnItsConnection() {
        String statement = "select 1 /* " + "long ".repeat(2_000) + "*/";
        long prepared = Chains.outcomeOf(() -> transactions.change(Cause.platform(), work -> work.query(statement)
                .chain(() -> work.query("select count(*) from pg_prepared_statements where statement = $1", statement))
                .map(rows -> (Long) rows.next()[0])));
        assertThat(prepared).isEqualTo(1);
    }

    @Test
    void workThatFailsAtOnceGivesItsConnectionBack() {
        for (int time = 0; time < OFTEN; time++) {
            fails(work -> {
                throw new IllegalStateException("on purpose");
            });
        }
        whatSucceedsIsKeptAndThenTold();
    }

    @Test
    void aConnectionThatBreaksIsReplaced() {
        for (int time = 0; time < OFTEN; time++) {
            fails(work -> work.execute("select pg_terminate_backend(pg_backend_pid())"));
        }
        whatSucceedsIsKeptAndThenTold();
    }

    private Uni<Integer> insert(Work work) {
        work.afterCommit(() -> afterwards.add("told"));
        return work.execute(INSERT, name);
    }

    private void fails(Function<Work, Uni<Integer>> work) {
        assertThatThrownBy(() -> Chains.outcomeOf(() -> transactions.change(Cause.platform(), work)))
                .isInstanceOf(RuntimeException.class);
    }

    private long tallies() {
        return EVERYTHING.number("select count(*) from note_tally where name = ?", name);
    }
}
