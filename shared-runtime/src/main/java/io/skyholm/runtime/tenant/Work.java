package io.skyholm.runtime.tenant;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.pool.ReactiveConnection;
import org.jspecify.annotations.Nullable;

/** What can be done inside one transaction; it commits when the work's last step succeeds. */
public final class Work {

    private final Cause cause;
    private final Mutiny.StatelessSession session;
    private final PipelinedConnection connection;
    private final List<Runnable> afterwards = new ArrayList<>();

    Work(Cause cause, Mutiny.StatelessSession session) {
        this.cause = cause;
        this.session = session;
        this.connection = new PipelinedConnection(session);
        connection.begin(cause.scope());
    }

    /** Why this transaction happens. */
    public Cause cause() {
        return cause;
    }

    /** Hibernate's session, for queries. */
    public Mutiny.StatelessSession session() {
        return session;
    }

    /** Inserts a row. */
    public Uni<Void> insert(Object entity) {
        return session.insert(entity);
    }

    /** Writes a changed row; fails if somebody changed it meanwhile and it has a version. */
    public Uni<Void> update(Object entity) {
        return session.update(entity);
    }

    /** Reads a row by its id and keeps others from changing it until this transaction ends. */
    public <E> Uni<Optional<E>> lock(Class<E> type, Object id) {
        return session.get(type, id, LockMode.PESSIMISTIC_WRITE).map(Optional::ofNullable);
    }

    /** Sends a statement and goes on; should it fail, so does the transaction. */
    public void send(String sql, @Nullable Object... parameters) {
        connection.send(sql, parameters);
    }

    /** Carries out a statement and tells how many rows it changed. */
    public Uni<Integer> execute(String sql, @Nullable Object... parameters) {
        return connection.update(sql, parameters);
    }

    /** Carries out a statement that answers with rows. */
    public Uni<ReactiveConnection.Result> query(String sql, @Nullable Object... parameters) {
        return connection.select(sql, parameters);
    }

    /** Does something when, and only when, this transaction has committed. */
    public void afterCommit(Runnable action) {
        afterwards.add(action);
    }

    void committed() {
        afterwards.forEach(Runnable::run);
    }

    PipelinedConnection connection() {
        return connection;
    }
}
