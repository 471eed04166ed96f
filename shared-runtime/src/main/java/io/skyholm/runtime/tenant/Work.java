package io.skyholm.runtime.tenant;

import static java.time.temporal.ChronoUnit.MICROS;

import io.skyholm.events.Actor;
import io.skyholm.events.EventHeaders;
import io.skyholm.runtime.record.RowType;
import io.skyholm.runtime.record.SingleColumn;
import io.skyholm.runtime.time.RealTime;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.pool.ReactiveConnection;
import org.jspecify.annotations.Nullable;

/** What can be done inside one transaction; it commits when the work's last step succeeds. */
public final class Work {

    /** The hash is part of what is agreed: functions in migrations, and replicas of another version, lock by the same one. */
    private static final String LOCK_NAME = "select 1 from pg_advisory_xact_lock(hashtextextended($1, 0))";

    private static final String LOCK_NAME_SHARED =
            "select 1 from pg_advisory_xact_lock_shared(hashtextextended($1, 0))";

    private static final String LIMIT = "select set_config('skyholm.groups', $1, true)";

    private final Cause cause;
    private final Mutiny.StatelessSession session;
    private final PipelinedConnection connection;
    private final Duration ahead;
    private final List<Runnable> afterwards;
    private String limit;

    Work(Cause cause, Mutiny.StatelessSession session, Duration ahead) {
        this.cause = cause;
        this.session = session;
        this.connection = new PipelinedConnection(session);
        this.ahead = ahead;
        this.afterwards = new ArrayList<>();
        connection.begin(cause.scope().binding(ahead));
        this.limit = cause.scope().limit();
    }

    private Work(Cause cause, Work transaction) {
        this.cause = cause;
        this.session = transaction.session;
        this.connection = transaction.connection;
        this.ahead = transaction.ahead;
        this.afterwards = transaction.afterwards;
        this.limit = transaction.limit;
    }

    /**
     * The part of this transaction that follows from an event. Several events may share a transaction; what comes of each must
     * name its own request and user, or one tenant's entries would be found by another's correlation.
     */
    public Work following(EventHeaders event) {
        return new Work(Cause.following(event), this);
    }

    /**
     * The part of this transaction of which a tenant is told that is not the caller's: who has acted, and from where, is none of its
     * business.
     */
    public Work asPlatform() {
        return new Work(new Cause(cause.scope(), Actor.PLATFORM, cause.correlationId()), this);
    }

    /** Why this transaction happens. */
    public Cause cause() {
        return cause;
    }

    /**
     * Calendar time, as {@code calendar_now()} has it in this transaction, exact to the microseconds that the database keeps:
     * were time moved in between, a row could otherwise be due in SQL and not yet in Java.
     */
    public Instant now() {
        return onCalendar(RealTime.now()).truncatedTo(MICROS);
    }

    /** Where on the calendar something happened to which another program's clock gave that time. */
    public Instant onCalendar(Instant real) {
        return real.plus(ahead);
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

    /** Waits for other transactions that hold this name; held until this one ends. What follows in this transaction waits too. */
    public void lockName(String name) {
        send(LOCK_NAME, name);
    }

    /** As {@link #lockName}, but several transactions may hold the name so at once. */
    public void lockNameShared(String name) {
        send(LOCK_NAME_SHARED, name);
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

    /** The rows that a statement answers with, as records whose components have the names of its columns. */
    public <R> Uni<List<R>> list(Class<R> record, String sql, @Nullable Object... parameters) {
        return connection.rows(sql, parameters).map(RowType.of(record)::read);
    }

    /** The first of the rows that a statement answers with. */
    public <R> Uni<Optional<R>> find(Class<R> record, String sql, @Nullable Object... parameters) {
        return list(record, sql, parameters).map(found -> found.stream().findFirst());
    }

    /** The values of the only column that a statement answers with. */
    public <T> Uni<List<T>> values(Class<T> type, String sql, @Nullable Object... parameters) {
        return connection.rows(sql, parameters).map(rows -> SingleColumn.read(type, rows));
    }

    /** The value of the only column of the first row; empty if there is no row, or no value in it. */
    public <T> Uni<Optional<T>> value(Class<T> type, String sql, @Nullable Object... parameters) {
        return values(type, sql, parameters).map(found -> found.stream().findFirst());
    }

    /** The row of a statement that always answers with one. */
    public <R> Uni<R> one(Class<R> record, String sql, @Nullable Object... parameters) {
        return list(record, sql, parameters).map(List::getFirst);
    }

    /** Refuses the work if a statement, which looks for what forbids it, answers with any row, also one that a project does not see. */
    public Uni<Void> none(Supplier<? extends RuntimeException> refusal, String sql, @Nullable Object... parameters) {
        return unlimited(() -> exists(sql, parameters))
                .invoke(found -> {
                    if (found) {
                        throw refusal.get();
                    }
                })
                .replaceWithVoid();
    }

    /** Refuses the work unless a statement, which looks for what it needs, answers with a row. */
    public Uni<Void> some(Supplier<? extends RuntimeException> refusal, String sql, @Nullable Object... parameters) {
        return exists(sql, parameters)
                .invoke(found -> {
                    if (!found) {
                        throw refusal.get();
                    }
                })
                .replaceWithVoid();
    }

    /** Whether a statement answers with any row. */
    public Uni<Boolean> exists(String sql, @Nullable Object... parameters) {
        return connection.rows(sql, parameters).map(rows -> rows.size() > 0);
    }

    /** Carries out a step that sees what all users own: what is counted for a whole tenant counts for those who see a project too. */
    public <T> Uni<T> unlimited(Supplier<Uni<T>> step) {
        return limited("", step);
    }

    /**
     * Carries out a step that sees, of what users own, only what belongs to members of these groups; without groups it sees what the
     * transaction does. By this the platform does what somebody asked for with no more than they have.
     */
    public <T> Uni<T> within(@Nullable Collection<UUID> groups, Supplier<Uni<T>> step) {
        return groups == null ? step.get() : limited(TenantScope.limit(groups), step);
    }

    private <T> Uni<T> limited(String groups, Supplier<Uni<T>> step) {
        String before = limit;
        if (groups.equals(before)) {
            return step.get();
        }
        limit(groups);
        return step.get().invoke(() -> limit(before));
    }

    private void limit(String groups) {
        limit = groups;
        send(LIMIT, groups);
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
