package io.skyholm.runtime.tenant;

import io.skyholm.runtime.record.RowType;
import io.skyholm.runtime.time.CalendarClock;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The only way to read rows for showing them: one statement, in a read-only transaction that is bound to its tenant and
 * sent to PostgreSQL in one flight.
 */
@ApplicationScoped
public class TenantRead {

    private final Pool pool;
    private final CalendarClock clock;

    TenantRead(io.vertx.mutiny.sqlclient.Pool pool, CalendarClock clock) {
        this.pool = pool.getDelegate();
        this.clock = clock;
    }

    /** The row that the statement finds. */
    public <T> Uni<Optional<T>> one(TenantScope scope, Statement statement, RowType<T> type) {
        return list(scope, statement, type).map(found -> found.stream().findFirst());
    }

    /** The rows that the statement finds, in its order. */
    public <T> Uni<List<T>> list(TenantScope scope, Statement statement, RowType<T> type) {
        return rows(scope, statement).map(type::read);
    }

    /** The row that the statement finds, as the caller shall see it. */
    public <T> Uni<Optional<T>> one(TenantScope scope, Statement statement, Function<Row, T> view) {
        return list(scope, statement, view)
                .map(found -> found.isEmpty() ? Optional.empty() : Optional.of(found.getFirst()));
    }

    /** The rows that the statement finds, in its order. */
    public <T> Uni<List<T>> list(TenantScope scope, Statement statement, Function<Row, T> view) {
        return rows(scope, statement).map(rows -> viewed(rows, view));
    }

    private Uni<RowSet<Row>> rows(TenantScope scope, Statement statement) {
        return Uni.createFrom().completionStage(() -> {
            Statement binding = scope.binding(clock.ahead());
            return pool.withConnection(connection -> inOneFlight(connection, binding, statement))
                    .toCompletionStage();
        });
    }

    private static Future<RowSet<Row>> inOneFlight(SqlConnection connection, Statement binding, Statement statement) {
        Future<?> begun = connection.query("begin read only").execute();
        Future<?> bound = connection.preparedQuery(binding.sql()).execute(Tuple.wrap(binding.parameters()));
        Future<RowSet<Row>> rows =
                connection.preparedQuery(statement.sql()).execute(Tuple.wrap(statement.parameters()));
        Future<?> ended = connection.query("commit").execute();
        return Future.join(List.of(begun, bound, rows, ended))
                .compose(all -> rows, failure -> rows.compose(none -> Future.failedFuture(failure)));
    }

    private static <T> List<T> viewed(RowSet<Row> rows, Function<Row, T> view) {
        List<T> views = new ArrayList<>(rows.size());
        rows.forEach(row -> views.add(view.apply(row)));
        return views;
    }
}
