package io.skyholm.system.failures;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.events.deletion.DataDeletionEvents;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.system.suite.Database;
import io.skyholm.system.suite.RunningSuite;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Events stream in bulk while the relay, the broker and consumers are killed. Kafka may deliver an event again; its effect is
 * there once, and in the order of the changes. {@code -Dskyholm.events=100000} makes it the long drill.
 */
final class EventStream {

    private static final int EVENTS = Integer.getInteger("skyholm.events", 20_000);
    private static final int TENANTS = 100;
    private static final int CHANGES = EVENTS / TENANTS;
    private static final Duration CALM = Duration.ofMinutes(5);

    /** The relay, the broker, the consumer that must record each event, and two that keep the newest state: network has a replica. */
    private static final Set<String> PASSED = Set.of("connect", "kafka", "audit", "network", "storage");

    private final OutboxRows rows =
            new OutboxRows("r" + UUID.randomUUID().toString().substring(0, 8), TENANTS);
    private final Database operator = Database.asOperator();

    /** By the tenants, which nobody else has: of the run's name are also consequences of what others did in the same batch. */
    private final String events = "identity.outbox_event where tenant_id in " + rows.these();

    private final String entries =
            "audit.audit_entry where event_type = 'identity.tenant.changed.v1' and tenant_id in " + rows.these();

    /** What follows from the first change of each tenant, once. */
    private final String wallets =
            "audit.audit_entry where event_type <> 'identity.tenant.changed.v1' and tenant_id in " + rows.these();

    private final int share;

    /** One that meets the kills of those of these parts through which events pass. */
    EventStream(List<String> killed) {
        long met = killed.stream().filter(PASSED::contains).count();
        this.share = (int) (CHANGES / (met + 1));
    }

    /** Kills a part; if events pass through it, while those of a further share are on their way. */
    void crash(String part) {
        if (PASSED.contains(part)) {
            long before = rows.written();
            rows.change(share);
            Eventually.until(CALM, () -> recorded() > before);
        }
        RunningSuite.crash(part);
    }

    /** Writes what is left, and looks for the effects of all. */
    void verify() {
        rows.change((int) (CHANGES - rows.generation()));
        Eventually.until(CALM, () -> recorded() >= rows.written());
        everyEventIsInAuditOnceAndInOrder();
        everyServiceKnowsTheNewestState();
        assertThat(operator.number(
                        "select count(*) from audit.parked_event where id in (select id::text from " + events + ")"))
                .isZero();
    }

    private long recorded() {
        return operator.number("select count(*) from " + entries);
    }

    private void everyEventIsInAuditOnceAndInOrder() {
        assertThat(operator.number("select count(distinct id) from " + entries)).isEqualTo(rows.written());
        assertThat(recorded()).isEqualTo(rows.written());
        assertThat(operator.number(
                        "select count(*) from " + events + " and id not in (select id from " + entries + ")"))
                .isZero();
        // The n-th of a tenant's entries of changes is its n-th change.
        assertThat(operator.number("select count(*) from (select generation, row_number() over"
                        + " (partition by tenant_id order by sequence) as place from " + entries
                        + ") changes where place <> generation"))
                .isZero();
        Eventually.until(CALM, () -> operator.number("select count(*) from " + wallets) >= TENANTS);
        assertThat(operator.number("select count(distinct tenant_id) from " + wallets))
                .isEqualTo(TENANTS);
        assertThat(operator.number("select count(*) from " + wallets)).isEqualTo(TENANTS);
    }

    private void everyServiceKnowsTheNewestState() {
        for (String service : DataDeletionEvents.SERVICES) {
            String current = "select count(*) from " + service + ".known_tenant where id in " + rows.these()
                    + " and generation = " + rows.generation();
            Eventually.until(CALM, () -> operator.number(current) == TENANTS);
        }
    }
}
