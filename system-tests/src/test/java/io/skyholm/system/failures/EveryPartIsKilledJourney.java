package io.skyholm.system.failures;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.system.suite.Api;
import io.skyholm.system.suite.Database;
import io.skyholm.system.suite.Keycloak;
import io.skyholm.system.suite.RunningSuite;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

/** Each part is killed in turn while eight clients make two thousand changes. */
class EveryPartIsKilledJourney {

    private static final int CLIENTS = 8;
    private static final int CHANGES = 2_000;
    private static final Duration CALM = Duration.ofMinutes(3);

    private final String run = "k" + UUID.randomUUID().toString().substring(0, 8);
    private final Instant began = RunningSuite.now();
    private final Semaphore allowed = new Semaphore(0);
    private final String tenants = "identity.tenant where name like '" + run + "%'";
    private final String users = "identity.app_user where username like '" + run + "%'";

    @Test
    void everyAcknowledgedChangeIsThereOnceAndInAuditOnce() throws Exception {
        Api operator = RunningSuite.as(RunningSuite.administrator());
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<Acknowledged>> working = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                String name = run + "-" + client;
                working.add(clients.submit(() -> new Client(operator, name, allowed).change(CHANGES / CLIENTS)));
            }
            killEveryPart();
            Acknowledged all = sum(working);
            assertThat(all.total()).isEqualTo(CHANGES);
            nothingIsLost(all);
            everyAcknowledgedCallIsInAudit(all);
            nothingIsStuck();
        }
    }

    /** Each kill meets its share of the changes: before it, while the part is away, and after it. */
    private void killEveryPart() {
        int share = CHANGES / (RunningSuite.PARTS.size() + 1);
        try {
            for (String part : RunningSuite.PARTS) {
                allowed.release(share);
                Eventually.until(CALM, () -> allowed.availablePermits() < share / 2);
                RunningSuite.crash(part);
            }
        } finally {
            allowed.release(CHANGES);
        }
    }

    private static Acknowledged sum(List<Future<Acknowledged>> working)
            throws ExecutionException, InterruptedException {
        Acknowledged all = Acknowledged.NOTHING;
        for (Future<Acknowledged> client : working) {
            all = all.plus(client.get());
        }
        return all;
    }

    private void nothingIsLost(Acknowledged all) {
        Database operator = Database.asOperator();
        assertThat(operator.number("select count(*) from " + tenants)).isEqualTo(all.tenants());
        assertThat(operator.number("select count(*) from " + users)).isEqualTo(all.users());
        assertThat(operator.number("select coalesce(sum(generation - 1), 0) from " + tenants))
                .isEqualTo(all.renamings());
        String events = "identity.outbox_event where aggregate_id in (select id::text from " + tenants
                + " union select id::text from " + users + ")";
        assertThat(operator.number("select count(*) from " + events)).isEqualTo(CHANGES);
        String missing = "select count(*) from " + events
                + " and not exists (select 1 from audit.audit_entry where audit_entry.id = outbox_event.id)";
        Eventually.until(CALM, () -> operator.number(missing) == 0);
        assertThat(operator.number(
                        "select count(*) from audit.audit_entry where id in (select id from " + events + ")"))
                .isEqualTo(CHANGES);
        Eventually.until(CALM, () -> Keycloak.users(run) == all.users());
    }

    /** What was answered was written down before, whatever died then; who was cut off and asked again made more calls. */
    private void everyAcknowledgedCallIsInAudit(Acknowledged all) {
        String calls = """
                select count(*) from audit.audit_entry
                where event_type = 'audit.call.ended.v1' and status = 'SUCCESS' and action = 'CREATE'
                    and created_at >= '%s'""".formatted(began);
        Eventually.until(CALM, () -> Database.asOperator().number(calls) >= all.tenants() + all.users());
    }

    private void nothingIsStuck() {
        Database operator = Database.asOperator();
        Eventually.until(
                CALM,
                () -> operator.number("select count(*) from " + users + " and directory_state <> 'READY'") == 0
                        && operator.number("select count(*) from identity.reconcile_task where kind = 'user'") == 0);
        assertThat(operator.number("select count(*) from audit.parked_event"
                        + " where id in (select id::text from identity.outbox_event)"))
                .isZero();
    }
}
