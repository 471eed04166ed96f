package io.skyholm.local.books;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.local.database.Databases;
import io.skyholm.local.home.Site;
import io.skyholm.local.suite.TestPlatform;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RelaySlotTest {
    private static final String UNREAD = "skyholm_outbox_of_nobody";

    private static final String METRICS = """
            # HELP skyholm_relay_still_seconds
            # TYPE skyholm_relay_still_seconds gauge
            skyholm_relay_still_seconds{slot="skyholm_outbox_compute"} 1.2E2
            skyholm_relay_still_seconds{slot="skyholm_outbox"} 3.5
            skyholm_relay_behind_bytes{slot="skyholm_outbox"} 77.0
            """;

    @Test
    void metricsOfAServiceTellForHowLongEachSlotHasStoodStill() {
        assertThat(RelaySlot.stillOf("skyholm_outbox", METRICS)).contains(Duration.ofMillis(3_500));
        assertThat(RelaySlot.stillOf("skyholm_outbox_compute", METRICS)).contains(Duration.ofMinutes(2));
        assertThat(RelaySlot.stillOf("skyholm_outbox_network", METRICS)).isEmpty();
    }

    @Test
    void aSlotThatNobodyReadsIsShownWithWhatItKeeps() throws SQLException {
        Site site = TestPlatform.with("postgres").suite().site();
        Databases databases = new Databases(site.ports().of("postgres"), site.secrets());
        try (Connection everything = databases.everything();
                Statement statement = everything.createStatement()) {
            statement.execute("select pg_create_logical_replication_slot('" + UNREAD + "', 'pgoutput')");
            assertThat(RelaySlot.at(site))
                    .filteredOn(slot -> slot.name().equals(UNREAD))
                    .singleElement()
                    .satisfies(slot -> {
                        assertThat(slot.behindBytes()).isNotNegative();
                        assertThat(slot.still()).isEmpty();
                        assertThat(slot.isHeldUp()).isTrue();
                    });
            statement.execute("select pg_drop_replication_slot('" + UNREAD + "')");
        }
    }

    @Test
    void aRelayIsHeldUpWhenNobodyReadsItOrItStandsStillForLongHoweverFewBytesItIsBehind() {
        assertThat(new RelaySlot("slot", true, 1L << 40, Optional.of(Duration.ofSeconds(20))).isHeldUp())
                .isFalse();
        assertThat(new RelaySlot("slot", true, 1, Optional.of(Duration.ofSeconds(61))).isHeldUp())
                .isTrue();
        assertThat(new RelaySlot("slot", false, 1, Optional.empty()).isHeldUp()).isTrue();
    }
}
