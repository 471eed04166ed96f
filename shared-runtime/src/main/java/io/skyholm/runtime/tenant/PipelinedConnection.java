package io.skyholm.runtime.tenant;

import io.skyholm.runtime.problem.DatabaseProblems;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.mutiny.impl.MutinyStatelessSessionImpl;
import org.hibernate.reactive.pool.ReactiveConnection;
import org.hibernate.reactive.pool.impl.SqlClientConnection;

/**
 * A session's own connection, on which statements can be sent without waiting for those before them: PostgreSQL
 * carries them out in order, and a failed one makes all that follow fail. The statements that begin and end the
 * transaction are sent here, because the client's own transactions send the end only when all else was answered.
 */
final class PipelinedConnection {

    private static final String BEGIN = "begin";

    /** PostgreSQL answers a commit of a failed transaction with success; the select in front of it fails then. */
    private static final String COMMIT = "select; commit";

    private static final String ROLLBACK = "rollback";

    /** To close a connection only gives it back to the pool, as it is. */
    private static final String END = "select pg_terminate_backend(pg_backend_pid())";

    private final ReactiveConnection connection;
    private final List<CompletableFuture<?>> sent = new ArrayList<>();

    PipelinedConnection(Mutiny.StatelessSession session) {
        this(((MutinyStatelessSessionImpl) session).getReactiveConnection());
    }

    PipelinedConnection(ReactiveConnection connection) {
        this.connection = connection;
    }

    void begin(Statement binding) {
        remember(connection.executeUnprepared(BEGIN));
        remember(connection.select(binding.sql(), binding.parameters().toArray()));
    }

    void send(String sql, Object... parameters) {
        remember(connection.update(sql, parameters));
    }

    Uni<Integer> update(String sql, Object... parameters) {
        return Uni.createFrom().completionStage(() -> connection.update(sql, parameters));
    }

    Uni<ReactiveConnection.Result> select(String sql, Object... parameters) {
        return Uni.createFrom().completionStage(() -> connection.select(sql, parameters));
    }

    /** As {@link #select}, with the names of the columns, which Hibernate's own interface leaves out. */
    Uni<RowSet<Row>> rows(String sql, Object... parameters) {
        return Uni.createFrom()
                .completionStage(() -> ((SqlClientConnection) connection).preparedQuery(sql, Tuple.wrap(parameters)));
    }

    /**
     * Travels with what was sent last; a sent statement that fails says why, so its failure comes first. A statement that the
     * client itself refused never reached PostgreSQL, which would commit the others: then nothing is committed.
     */
    Uni<Void> commit() {
        return Uni.createFrom().completionStage(() -> {
            if (sent.stream().anyMatch(CompletableFuture::isCompletedExceptionally)) {
                return allSent();
            }
            CompletionStage<Void> ended = connection.executeUnprepared(COMMIT);
            return allSent().thenCompose(answered -> ended);
        });
    }

    /** Why the transaction failed: what fails after a sent statement that has failed does not say it. */
    Throwable reason(Throwable failure) {
        return DatabaseProblems.isAfterAnother(failure)
                ? sent.stream()
                        .filter(CompletableFuture::isCompletedExceptionally)
                        .findFirst()
                        .<Throwable>map(CompletableFuture::exceptionNow)
                        .orElse(failure)
                : failure;
    }

    /** Fails if what was sent has failed, and undoes it. */
    Uni<Void> undo() {
        return Uni.createFrom().completionStage(this::allSent).chain(this::rollback);
    }

    /**
     * Never fails: a transaction whose connection is gone is rolled back by the server. Where only the rollback failed the
     * connection is ended, or whoever got it next would work within this transaction.
     */
    Uni<Void> rollback() {
        return unprepared(ROLLBACK)
                .onFailure()
                .recoverWithUni(() -> unprepared(END))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> unprepared(String sql) {
        return Uni.createFrom().completionStage(() -> connection.executeUnprepared(sql));
    }

    private CompletionStage<Void> allSent() {
        return CompletableFuture.allOf(sent.toArray(CompletableFuture<?>[]::new));
    }

    private void remember(CompletionStage<?> statement) {
        sent.add(statement.toCompletableFuture());
    }
}
