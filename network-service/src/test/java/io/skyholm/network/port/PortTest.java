package io.skyholm.network.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PortTest {

    private static final Instant NOW = Instant.EPOCH;

    private final UUID host = UUID.randomUUID();
    private final Port port = new Port(
            new PortPlace(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), 0),
            "02:00:00:00:00:01",
            host,
            NOW);

    @Test
    void generationsCountTheWishesForAHost() {
        port.wish();
        assertThat(port.wishGeneration()).isEqualTo(1);
        port.wish();
        assertThat(port.wishGeneration()).isEqualTo(2);
        port.wishAway();
        assertThat(port.wishGeneration()).isEqualTo(3);
    }

    /** One more than its newest wish, as orphans are told. */
    @Test
    void whatComesBackToAHostIsNewerThanItsAbsenceThere() {
        port.wish();
        port.move(UUID.randomUUID(), NOW);
        port.wish();
        long absence = port.wishGeneration() + 1;
        port.move(host, NOW);
        port.wish();
        assertThat(port.wishGeneration()).isGreaterThan(absence);
    }
}
