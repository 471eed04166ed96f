package io.skyholm.system.failures;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.system.suite.Api;
import io.skyholm.system.suite.Database;
import io.skyholm.system.suite.Keycloak;
import io.skyholm.system.suite.RunningSuite;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/** Eight clients make two thousand changes: every acknowledged one is there once, and in the audit once. */
final class TenantLoad extends Load<Acknowledged> {

    private static final int CLIENTS = 8;
    private static final int CHANGES = 2_000;

    private final Api operator;
    private final Database database = Database.asOperator();
    private final String run = "k" + UUID.randomUUID().toString().substring(0, 8);
    private final Instant began = RunningSuite.now();
    private final String tenants = "identity.tenant where name like '" + run + "%'";
    private final String users = "identity.app_user where username like '" + run + "%'";

    TenantLoad(Api operator, int kills) {
        super(CHANGES, kills);
        this.operator = operator;
    }

    @Override
    List<Callable<Acknowledged>> clients() {
        return IntStream.range(0, CLIENTS)
                .<Callable<Acknowledged>>mapToObj(client ->
                        () -> new TenantClient(operator, run + "-" + client, pace()).change(CHANGES / CLIENTS))
                .toList();
    }

    @Override
    void verify(List<Acknowledged> results) {
        Acknowledged all = results.stream().reduce(Acknowledged.NOTHING, Acknowledged::plus);
        assertThat(all.total()).isEqualTo(CHANGES);
        nothingIsLost(all);
        everyAcknowledgedCallIsInAudit(all);
        nothingIsStuck();
    }

    private void nothingIsLost(Acknowledged all) {
        assertThat(database.number("select count(*) from " + tenants)).isEqualTo(all.tenants());
        assertThat(database.number("select count(*) from " + users)).isEqualTo(all.users());
        assertThat(database.number("select coalesce(sum(generation - 1), 0) from " + tenants))
                .isEqualTo(all.renamings());
        String events = "identity.outbox_event where aggregate_id in (select id::text from " + tenants
                + " union select id::text from " + users + ")";
        assertThat(database.number("select count(*) from " + events)).isEqualTo(CHANGES);
        String missing = "select count(*) from " + events
                + " and not exists (select 1 from audit.audit_entry where audit_entry.id = outbox_event.id)";
        Eventually.until(CALM, () -> database.number(missing) == 0);
        assertThat(database.number(
                        "select count(*) from audit.audit_entry where id in (select id from " + events + ")"))
                .isEqualTo(CHANGES);
        Eventually.until(CALM, () -> Keycloak.users(run) == all.users());
    }

    /** What was answered was written down before, whatever died then; who was cut off and asked again made more calls. */
    private void everyAcknowledgedCallIsInAudit(Acknowledged all) {
        String calls = """
                select count(*) from audit.audit_entry
                where event_type = 'audit.call.ended.v1' and status = 'SUCCESS' and action = 'CREATE'
                    and resource_type in ('TENANT', 'USER') and created_at >= '%s'""".formatted(began);
        Eventually.until(CALM, () -> database.number(calls) >= all.tenants() + all.users());
    }

    private void nothingIsStuck() {
        Eventually.until(
                CALM,
                () -> database.number("select count(*) from " + users + " and directory_state <> 'READY'") == 0
                        && database.number("select count(*) from identity.reconcile_task where kind = 'user'") == 0);
        assertThat(database.number("select count(*) from audit.parked_event"
                        + " where id in (select id::text from identity.outbox_event)"))
                .isZero();
    }
}
