package io.skyholm.runtime.tenant;

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
 * carries them out in order, and a failed one makes all that follow fail.
 */
final class PipelinedConnection {

    private final ReactiveConnection connection;
    private final List<CompletableFuture<?>> sent = new ArrayList<>();

    PipelinedConnection(Mutiny.StatelessSession session) {
        this.connection = ((MutinyStatelessSessionImpl) session).getReactiveConnection();
    }

    void begin(TenantScope scope) {
        remember(connection.beginTransaction());
        remember(connection.select(TenantScope.BIND, scope.bindings()));
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

    Uni<Void> commit() {
        return Uni.createFrom().completionStage(this::allSent).chain(() -> Uni.createFrom()
                .completionStage(connection::commitTransaction));
    }

    /** Never fails: a transaction whose connection is gone is rolled back by the server. */
    Uni<Void> rollback() {
        return Uni.createFrom()
                .completionStage(connection::rollbackTransaction)
                .onFailure()
                .recoverWithNull();
    }

    private CompletionStage<Void> allSent() {
        return CompletableFuture.allOf(sent.toArray(CompletableFuture<?>[]::new));
    }

    private void remember(CompletionStage<?> statement) {
        sent.add(statement.toCompletableFuture());
    }
}
