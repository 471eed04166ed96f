package io.skyholm.system.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.runtime.testing.api.Operation;
import io.skyholm.runtime.testing.api.Schemas;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.system.suite.Api;
import io.skyholm.system.suite.Customer;
import io.skyholm.system.suite.Database;
import io.skyholm.system.suite.RunningSuite;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Everybody who has no right to them tries every operation with the ids of a tenant, while strangers stall and a normal client
 * works. Short in the tests; {@code ./skyholm bench hostile} goes on for longer, and judges how long the normal client waits.
 */
class HostileRunJourney {

    private static final System.Logger LOG = System.getLogger(HostileRunJourney.class.getName());

    private static final long SECONDS = Long.getLong("skyholm.hostile.seconds", 10);
    private static final long LONG_RUN = 120;
    private static final Duration JUDGED = Duration.ofMillis(250);

    /** In a short run on a machine that is busy otherwise, only that nobody is shut out. */
    private static final Duration GENEROUS = Duration.ofSeconds(5);

    private static final Duration CALM = Duration.ofMinutes(3);
    private static final int STALLED = 100;

    private final Api operator = RunningSuite.as(RunningSuite.administrator());
    private final Database database = Database.asOperator();
    private final FencedHost host = FencedHost.of(operator);

    @AfterEach
    void end() {
        host.close();
    }

    @Test
    void nothingForeignIsReadOrChangedAndWhoWorksIsAnswered() throws Exception {
        Schemas document =
                new Schemas(operator.get("/openapi.json").expecting(200).body());
        // All there are, but the one that would only end the attacker's own sessions.
        List<Operation> operations = document.operations().stream()
                .filter(operation -> !operation.name().equals("DELETE /v1/sessions"))
                .toList();
        Victim victim = Victim.furnished(operator);
        Customer worker = Customer.join(operator);
        List<Attacker> attackers = new Attackers(operator, victim, host).all();
        ForeignIds ids = victim.ids(operations);
        Map<String, String> before = victim.rows(database);
        Attack attack = new Attack(victim, ids, document, operations);

        NormalClient client = run(attackers, attack, worker);

        LOG.log(
                Level.INFO,
                "{0} of {1} pairs tried, answers {2}; the normal client made {3} calls, p50 {4} ms, p99 {5} ms",
                attack.tried(),
                attackers.size() * operations.size(),
                attack.statuses(),
                client.calls(),
                client.percentile(50).toMillis(),
                client.percentile(99).toMillis());
        assertThat(ids.byKind())
                .containsKeys(
                        "instances",
                        "vpcs",
                        "subnets",
                        "ports",
                        "addresses",
                        "users",
                        "groups",
                        "invitations",
                        "themes",
                        "ssh-keys",
                        "stack-scripts",
                        "templates",
                        "images",
                        "versions",
                        "disks",
                        "snapshots",
                        "snapshot-schedules");
        assertThat(attack.faults()).isEmpty();
        assertThat(attack.tried()).isGreaterThanOrEqualTo(attackers.size() * operations.size() * 9 / 10);
        assertThat(victim.rows(database)).isEqualTo(before);
        victim.customer().signedInAgain().api().get("/v1/me").expecting(200);
        assertThat(host.isFenced()).isTrue();
        assertThat(host.joinsAgain(RunningSuite.as("")).text("code")).isEqualTo("JOIN_REFUSED");
        assertThat(client.percentile(99)).isLessThan(SECONDS >= LONG_RUN ? JUDGED : GENEROUS);
        nothingIsStuck();
    }

    private NormalClient run(List<Attacker> attackers, Attack attack, Customer worker) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        try (StalledStrangers stalled = new StalledStrangers(STALLED);
                ExecutorService threads = Executors.newCachedThreadPool()) {
            stalled.begin();
            Future<NormalClient> working = threads.submit(() -> new NormalClient(worker).work(end));
            List<Future<?>> attacking = attackers.stream()
                    .<Future<?>>map(attacker -> threads.submit(() -> attack.by(attacker, end)))
                    .toList();
            for (Future<?> each : attacking) {
                each.get();
            }
            return working.get();
        }
    }

    private void nothingIsStuck() {
        Eventually.until(
                CALM,
                () -> database.number(
                                "select count(*) from compute.operation where ended_at is null and deadline < now()")
                        == 0);
        RunningSuite.booksAgree(CALM);
    }
}
