package io.skyholm.runtime.reconcile;

import io.quarkus.runtime.Startup;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.page.PageRequest;
import io.skyholm.runtime.page.ViewFactory;
import io.skyholm.runtime.page.Views;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.record.Select;
import io.skyholm.runtime.tenant.TenantScope;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What operators can see of the queue, and do with it. */
@Startup
@ApplicationScoped
class ReconcileTasks {

    /** A lease that has run out is nobody's: whoever held it is gone. */
    private static final Select<ReconcileTaskView> TASKS = Select.of(ReconcileTaskView.class, """
            (select task_id as id, kind, id as resource_id,
                case when failures > 0 then 'FAILING' when leased_until >= now() then 'LEASED'
                    when due_at <= calendar_now() then 'DUE' else 'WAITING' end as state,
                failures, last_failure as last_error, due_at,
                case when leased_until >= now() then leased_until end as leased_until, since as created_at
            from reconcile_task) task""");

    /** Held, so that the task is not done and gone before it is woken. */
    private static final String HOLD = "select kind, id from reconcile_task where task_id = $1 for update";

    private static final String FIND = TASKS.sql() + " where id = $1";

    /** What the queue knows a task by. */
    private record Key(String kind, UUID id) {}

    /** What makes trying again twice the same as trying again once. */
    private record Retry(UUID taskId) {}

    private final String service;
    private final Commands commands;
    private final ReconcileQueue queue;
    private final Views<ReconcileTaskView> views;

    ReconcileTasks(
            @ConfigProperty(name = "quarkus.application.name") String service,
            Commands commands,
            ReconcileQueue queue,
            ViewFactory views) {
        this.service = service;
        this.commands = commands;
        this.queue = queue;
        this.views = views.of(TASKS);
    }

    Uni<Page<ReconcileTaskView>> list(Call call, String of, ReconcileTaskFilter filter, PageRequest page) {
        requireOperator(call, of);
        return views.page(TenantScope.PLATFORM, views.query().matching(filter), page);
    }

    /** Has it tried at once; what it has failed before stays counted, so that it backs off again if it fails again. */
    Uni<ReconcileTaskView> retry(Call call, String of, UUID id) {
        requireOperator(call, of);
        return commands.changeOnce(call, new Retry(id), ReconcileTaskView.class, work -> wake(work, id)
                .chain(() -> work.one(ReconcileTaskView.class, FIND, id)));
    }

    private Uni<Key> wake(Work work, UUID id) {
        return work.find(Key.class, HOLD, id)
                .map(found -> found.orElseThrow(() -> Problem.notFound("reconcile task")))
                .invoke(task -> queue.remind(work, task.kind(), task.id()));
    }

    /** No role of a tenant's own opens them, whatever it grants: the queue is that of all tenants. */
    private void requireOperator(Call call, String of) {
        if (!call.caller().ofPlatform()) {
            throw Problem.forbidden("Only operators may see and retry reconcile tasks");
        }
        if (!service.equals(of)) {
            throw Problem.notFound("service");
        }
    }
}
