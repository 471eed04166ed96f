package io.skyholm.runtime.reconcile;

import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * The rows that wait for a reconciler; any number of replicas take from it, and none takes what another holds. When a row
 * is due is calendar time, so that what waits for a month to end is found when a test moves there; a lease is real time,
 * or moving time would take rows away from those who work on them.
 */
@ApplicationScoped
public class ReconcileQueue {

    private static final String WAKE = """
            insert into reconcile_task as task (kind, id, correlation_id) values ($1, $2, $3)
            on conflict (kind, id) do update set due_at = least(task.due_at, calendar_now()),
                wishes = task.wishes + 1,
                correlation_id = case when $4 then $3 else coalesce(task.correlation_id, $3) end""";

    /** A row that waits to be taken anyway is left as it is; of one that is taken already, what was seen may be older than this. */
    private static final String WAKE_SOON = """
            insert into reconcile_task as task (kind, id, correlation_id, due_at)
            select $1, id, $3, calendar_now() + make_interval(secs => $4) from unnest($2::uuid[]) id order by id
            on conflict (kind, id) do update set due_at = least(task.due_at, excluded.due_at), wishes = task.wishes + 1
            where task.leased_until is not null or task.due_at > excluded.due_at""";

    /** Chosen first and once: joined as it is needed, a limited choice is made again for each row, and takes them all. */
    private static final String TAKE = """
            with due as materialized (
                select id from reconcile_task
                where kind = $1 and due_at <= calendar_now() and (leased_until is null or leased_until < now())
                order by due_at limit $2 for update skip locked)
            update reconcile_task task set leased_until = now() + make_interval(secs => $3)
            from due
            where task.kind = $1 and task.id = due.id
            returning task.kind, task.id, task.leased_until, task.wishes as wake_ups, task.failures, task.correlation_id""";

    private static final String REST =
            "delete from reconcile_task where kind = $1 and id = $2 and leased_until = $3 and wishes = $4";
    private static final String RETURN = """
            update reconcile_task set leased_until = null, failures = 0, last_failure = null,
                due_at = calendar_now() + make_interval(secs => case when wishes = $4 then $5::float8 else 0 end)
            where kind = $1 and id = $2 and leased_until = $3""";
    /** A moment later at the soonest: a service whose clock is behind the database's does not see yet that it is due. */
    private static final String RETURN_UNTIL = """
            update reconcile_task set leased_until = null, failures = 0, last_failure = null,
                due_at = case when wishes = $4
                    then greatest(least($5::timestamptz, calendar_now() + make_interval(secs => $6::float8)), calendar_now() + interval '10 ms')
                    else calendar_now() end
            where kind = $1 and id = $2 and leased_until = $3""";

    private static final String FAIL = """
            update reconcile_task set leased_until = null, failures = failures + 1, last_failure = $6,
                due_at = calendar_now() + make_interval(secs => case when wishes = $4 then $5::float8 else least($5, 1.0) end)
            where kind = $1 and id = $2 and leased_until = $3""";

    private final TenantTransaction transactions;
    private final ReconcileBell bell;

    ReconcileQueue(TenantTransaction transactions, ReconcileBell bell) {
        this.transactions = transactions;
        this.bell = bell;
    }

    /** Has the row looked at as soon as this transaction commits, for the request that caused it: what follows belongs to that. */
    public void wake(Work work, String kind, UUID id) {
        wake(work, kind, id, true);
    }

    /** The same for a row that may now find what it waits for: what follows belongs to the request that it was woken for. */
    public void remind(Work work, String kind, UUID id) {
        wake(work, kind, id, false);
    }

    /** Has rows looked at that change often: once within that time, however often they change in it. */
    public void wakeWithin(Work work, String kind, Collection<UUID> ids, Duration time) {
        UUID[] rows = ids.stream().distinct().toArray(UUID[]::new);
        work.send(WAKE_SOON, kind, rows, work.cause().correlationId(), seconds(time));
    }

    private void wake(Work work, String kind, UUID id, boolean takesOver) {
        work.send(WAKE, kind, id, work.cause().correlationId(), takesOver);
        work.afterCommit(() -> bell.ring(kind));
    }

    Uni<Integer> sweep(Reconciler reconciler) {
        String sql = "insert into reconcile_task (kind, id) select $1, row.id from (%s) row on conflict do nothing"
                .formatted(reconciler.unrested());
        return transactions.change(Cause.platform(), work -> work.execute(sql, reconciler.kind()));
    }

    Uni<List<Task>> take(String kind, int most, Duration lease) {
        return transactions.change(Cause.platform(), work -> work.list(Task.class, TAKE, kind, most, seconds(lease)));
    }

    /** Whoever comes back too late gives back nothing: the row is another's. */
    Uni<Integer> giveBack(Task task, Next next) {
        return transactions.change(Cause.platform(), work -> switch (next) {
            case Next.Done done ->
                work.execute(REST, task.kind(), task.id(), task.leasedUntil(), task.wakeUps())
                        .chain(rested ->
                                rested == 1 ? Uni.createFrom().item(rested) : again(work, task, Duration.ZERO));
            case Next.Again again -> again(work, task, again.delay());
            case Next.At at ->
                work.execute(
                        RETURN_UNTIL,
                        task.kind(),
                        task.id(),
                        task.leasedUntil(),
                        task.wakeUps(),
                        at.due().atOffset(ZoneOffset.UTC),
                        seconds(Next.LONGEST));
        });
    }

    Uni<Integer> giveBack(Task task, Throwable failure) {
        double delay = seconds(Backoff.after(task.failures() + 1));
        return transactions.change(
                Cause.platform(),
                work -> work.execute(
                        FAIL,
                        task.kind(),
                        task.id(),
                        task.leasedUntil(),
                        task.wakeUps(),
                        delay,
                        String.valueOf(failure)));
    }

    private static Uni<Integer> again(Work work, Task task, Duration delay) {
        return work.execute(RETURN, task.kind(), task.id(), task.leasedUntil(), task.wakeUps(), seconds(delay));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
