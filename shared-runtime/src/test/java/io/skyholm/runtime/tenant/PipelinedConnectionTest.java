package io.skyholm.runtime.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.runtime.testing.fixtures.Chains;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Sql;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.mutiny.impl.MutinyStatelessSessionImpl;
import org.hibernate.reactive.pool.ReactiveConnection;
import org.junit.jupiter.api.Test;

/** What becomes of a connection whose transaction cannot be ended. */
@QuarkusTest
class PipelinedConnectionTest {

    private static final Sql EVERYTHING = Sql.asSuperuser("support");

    @Inject
    Mutiny.SessionFactory sessions;

    private final String name = UUID.randomUUID().toString();

    @Test
    void aConnectionThatCannotBeRolledBackIsEndedAndWithItItsTransaction() {
        Object process = Chains.outcomeOf(() -> sessions.openStatelessSession().chain(session -> {
            ReactiveConnection living = ((MutinyStatelessSessionImpl) session).getReactiveConnection();
            PipelinedConnection connection = new PipelinedConnection(refusingToRollBack(living));
            connection.begin(TenantScope.PLATFORM.binding(Duration.ZERO));
            return connection
                    .update("insert into note_tally (name, times) values ($1, 1)", name)
                    .chain(() -> connection.select("select pg_backend_pid()"))
                    .map(row -> row.next()[0])
                    .call(connection::rollback)
                    .eventually(session::close);
        }));
        Eventually.holds(
                "the connection is gone",
                () -> EVERYTHING.number("select count(*) from pg_stat_activity where pid = ?", process) == 0);
        assertThat(EVERYTHING.number("select count(*) from note_tally where name = ?", name))
                .isZero();
    }

    @Test
    void aConnectionThatIsRolledBackIsUsedAgain() {
        Object process = Chains.outcomeOf(() -> sessions.openStatelessSession().chain(session -> {
            PipelinedConnection connection = new PipelinedConnection(session);
            connection.begin(TenantScope.PLATFORM.binding(Duration.ZERO));
            Uni<Object> told = connection.select("select pg_backend_pid()").map(row -> row.next()[0]);
            return told.call(connection::rollback).eventually(session::close);
        }));
        assertThat(EVERYTHING.number("select count(*) from pg_stat_activity where pid = ? and state = 'idle'", process))
                .isEqualTo(1);
    }

    /** The same connection, on which a rollback fails before it is sent. */
    private static ReactiveConnection refusingToRollBack(ReactiveConnection living) {
        return (ReactiveConnection) Proxy.newProxyInstance(
                ReactiveConnection.class.getClassLoader(),
                new Class<?>[] {ReactiveConnection.class},
                (proxy, method, parameters) -> {
                    if (parameters != null && parameters.length == 1 && parameters[0].equals("rollback")) {
                        return CompletableFuture.failedFuture(new IllegalStateException("on purpose"));
                    }
                    try {
                        return method.invoke(living, parameters);
                    } catch (InvocationTargetException failure) {
                        throw failure.getTargetException();
                    }
                });
    }
}
