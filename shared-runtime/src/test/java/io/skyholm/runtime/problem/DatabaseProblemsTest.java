package io.skyholm.runtime.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.core.JsonParseException;
import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.Statement;
import io.skyholm.runtime.tenant.TenantRead;
import io.skyholm.runtime.tenant.TenantScope;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.testing.fixtures.Chains;
import jakarta.inject.Inject;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Failures as they really come, by both ways to the database. */
@QuarkusTest
class DatabaseProblemsTest {

    private static final String HANG_UP = "select pg_terminate_backend(pg_backend_pid())";
    private static final String TWICE = "insert into note_tally (name, times) values ('twice', 1), ('twice', 1)";

    @Inject
    TenantTransaction transactions;

    @Inject
    TenantRead read;

    @Test
    void aBrokenConnectionIsADatabaseThatIsAway() {
        assertThat(DatabaseProblems.isAway(failureOf(HANG_UP))).isTrue();
        assertThat(DatabaseProblems.isAway(failureOfRead(HANG_UP))).isTrue();
    }

    @Test
    void aBadStatementIsNot() {
        assertThat(DatabaseProblems.isAway(failureOf("select nothing from nowhere")))
                .isFalse();
        assertThat(DatabaseProblems.isAway(failureOfRead("select nothing from nowhere")))
                .isFalse();
    }

    @Test
    void aUniqueConstraintIsKnownByItsName() {
        assertThat(DatabaseProblems.violates("note_tally_pkey")).accepts(failureOf(TWICE));
        assertThat(DatabaseProblems.violates("note_title")).rejects(failureOf(TWICE));
    }

    @Test
    void anotherConstraintIsNotTakenForIt() {
        assertThat(DatabaseProblems.violates("note_tally_pkey"))
                .rejects(failureOf("insert into note_tally (name, times) values ('none', null)"));
    }

    private Throwable failureOf(String sql) {
        return catchThrowable(
                () -> Chains.outcomeOf(() -> transactions.change(Cause.platform(), work -> work.execute(sql))));
    }

    private Throwable failureOfRead(String sql) {
        return catchThrowable(() ->
                Chains.outcomeOf(() -> read.list(TenantScope.PLATFORM, Statement.of(sql), row -> row.getValue(0))));
    }

    @Test
    void whatCannotBeReadIsNoDatabaseThatIsAway() {
        IOException unreadable = new JsonParseException(null, "not JSON");
        assertThat(DatabaseProblems.isAway(new IllegalArgumentException(unreadable)))
                .isFalse();
    }
}
