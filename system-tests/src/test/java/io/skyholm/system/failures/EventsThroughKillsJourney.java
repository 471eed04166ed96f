package io.skyholm.system.failures;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.events.deletion.DataDeletionEvents;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.system.suite.Database;
import io.skyholm.system.suite.RunningSuite;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * The relay, the broker and consumers are killed while events stream through them. Kafka may deliver an event again; its
 * effect is there once, and in the order of the changes. {@code -Dskyholm.events=100000} makes it the long drill.
 */
class EventsThroughKillsJourney {

    private static final int EVENTS = Integer.getInteger("skyholm.events", 20_000);
    private static final int TENANTS = 100;
    private static final Duration CALM = Duration.ofMinutes(5);

    /** Connect first, last and between, because what it sends again is what matters most. */
    private static final List<String> KILLED = List.of("connect", "kafka", "audit", "connect", "network", "connect");

    private final String run = "r" + UUID.randomUUID().toString().substring(0, 8);
    private final OutboxRows rows = new OutboxRows(run, TENANTS);
    private final Database operator = Database.asOperator();
    private final String entries = "audit.audit_entry where correlation_id = '" + run + "'";

    @Test
    void noEventIsLostOrHasItsEffectTwice() {
        int changes = EVENTS / TENANTS;
        int share = changes / (KILLED.size() + 1);
        for (String part : KILLED) {
            rows.change(share);
            // The kill comes while the events of this share are on their way.
            long before = rows.written() - (long) share * TENANTS;
            Eventually.until(CALM, () -> recorded() > before);
            RunningSuite.crash(part);
        }
        rows.change(changes - share * KILLED.size());
        Eventually.until(CALM, () -> recorded() >= rows.written());
        everyEventIsInAuditOnceAndInOrder();
        everyServiceKnowsTheNewestState();
        assertThat(operator.number("select count(*) from audit.parked_event"
                        + " where id in (select id::text from identity.outbox_event where correlation_id = '" + run
                        + "')"))
                .isZero();
    }

    private long recorded() {
        return operator.number("select count(*) from " + entries);
    }

    private void everyEventIsInAuditOnceAndInOrder() {
        assertThat(operator.number("select count(distinct id) from " + entries)).isEqualTo(rows.written());
        assertThat(recorded()).isEqualTo(rows.written());
        assertThat(operator.number("select count(*) from identity.outbox_event where correlation_id = '" + run
                        + "' and id not in (select id from " + entries + ")"))
                .isZero();
        // A tenant's chain has its changes and nothing else: the n-th entry is its n-th change.
        assertThat(operator.number("select count(*) from " + entries + " and sequence <> generation"))
                .isZero();
    }

    private void everyServiceKnowsTheNewestState() {
        for (String service : DataDeletionEvents.SERVICES) {
            String current = "select count(*) from " + service + ".known_tenant where id in " + rows.these()
                    + " and generation = " + rows.generation();
            Eventually.until(CALM, () -> operator.number(current) == TENANTS);
        }
    }
}
