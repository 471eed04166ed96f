package io.skyholm.runtime.testing.api;

import io.skyholm.runtime.testing.fixtures.ServiceName;
import io.skyholm.runtime.testing.fixtures.Sql;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** A reconcile task that no reconciler knows, so that it stays while its calls are tried out. */
final class SampleTask {

    private static final UUID RESOURCE = UUID.randomUUID();
    private static final String TASKS = "/v1/services/{service}/reconcile-tasks";

    /** How the calls of reconcile tasks are addressed. */
    static final Map<String, Supplier<String>> PATHS =
            Map.of(TASKS, SampleTask::all, TASKS + "/{id}/retry", SampleTask::retry);

    private SampleTask() {}

    private static String all() {
        id();
        return TASKS.replace("{service}", ServiceName.underTest());
    }

    private static String retry() {
        return all() + "/" + id() + "/retry";
    }

    private static Object id() {
        Sql sql = Sql.asSuperuser(ServiceName.underTest());
        sql.change("insert into reconcile_task (kind, id) values ('sample', ?) on conflict do nothing", RESOURCE);
        return sql.value("select task_id from reconcile_task where kind = 'sample' and id = ?", RESOURCE);
    }
}
