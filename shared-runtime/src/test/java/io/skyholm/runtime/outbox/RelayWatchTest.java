package io.skyholm.runtime.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.runtime.testing.Chains;
import io.skyholm.runtime.testing.Eventually;
import io.skyholm.runtime.testing.Sql;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** The slot is there in these tests, and nobody reads it unless a test does. */
@QuarkusTest
class RelayWatchTest {

    private static final Sql SQL = Sql.asSuperuser("support");

    @Inject
    @SuppressWarnings("NullAway.Init") // Quarkus puts it in.
    RelayWatch watch;

    @Inject
    @SuppressWarnings("NullAway.Init") // Quarkus puts it in.
    MeterRegistry metrics;

    @Test
    void aRelayThatConfirmsNothingStandsStillUntilItGetsOn() {
        Eventually.holds("it has stood still for a while", () -> {
            Chains.outcomeOf(watch::look);
            return gauge("skyholm.relay.still.seconds") > 1;
        });
        assertThat(gauge("skyholm.relay.behind.bytes")).isPositive();
        SQL.value("select pg_replication_slot_advance('skyholm_outbox', pg_current_wal_lsn())");
        Chains.outcomeOf(watch::look);
        assertThat(gauge("skyholm.relay.still.seconds")).isLessThan(1);
    }

    private double gauge(String name) {
        return metrics.get(name).tag("slot", "skyholm_outbox").gauge().value();
    }
}
