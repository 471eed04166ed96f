package io.skyholm.runtime.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.runtime.testing.fixtures.Chains;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Sql;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whether a relay gets on, seen at a slot that nobody reads unless the test does. */
@QuarkusTest
class RelayWatchTest {

    private static final Sql SQL = Sql.asSuperuser("support");
    private static final String SLOT = "skyholm_outbox_watched";

    @Inject
    RelayWatch watch;

    @Inject
    MeterRegistry metrics;

    @BeforeEach
    void slot() {
        SQL.value("select slot_name from pg_create_logical_replication_slot(?, 'pgoutput')", SLOT);
    }

    @AfterEach
    void end() {
        SQL.value("select pg_drop_replication_slot(?)", SLOT);
    }

    @Test
    void aRelayThatConfirmsNothingStandsStillUntilItGetsOn() {
        SQL.change("insert into note_tally (name, times) values (gen_random_uuid(), 1)");
        Eventually.holds("it has stood still for a while", () -> {
            Chains.outcomeOf(watch::look);
            return gauge("skyholm.relay.still.seconds") > 1;
        });
        assertThat(gauge("skyholm.relay.behind.bytes")).isPositive();
        SQL.value("select pg_replication_slot_advance(?, pg_current_wal_lsn())", SLOT);
        Chains.outcomeOf(watch::look);
        assertThat(gauge("skyholm.relay.still.seconds")).isLessThan(1);
    }

    private double gauge(String name) {
        return metrics.get(name).tag("slot", SLOT).gauge().value();
    }
}
