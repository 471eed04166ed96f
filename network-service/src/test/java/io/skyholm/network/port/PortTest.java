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
    void generationsCountTheDesiredStatesOfAHost() {
        port.tell(true);
        assertThat(port.desiredGeneration()).isEqualTo(1);
        port.tell(true);
        assertThat(port.desiredGeneration()).isEqualTo(2);
        port.tell(false);
        assertThat(port.desiredGeneration()).isEqualTo(3);
    }

    /** One more than its newest desired state, as orphans are told. */
    @Test
    void whatComesBackToAHostIsNewerThanItsAbsenceThere() {
        port.tell(true);
        port.move(UUID.randomUUID(), NOW);
        port.tell(true);
        long absence = port.desiredGeneration() + 1;
        port.move(host, NOW);
        port.tell(true);
        assertThat(port.desiredGeneration()).isGreaterThan(absence);
    }

    @Test
    void newPortIsOfItsHostAndHasToBeTold() {
        assertThat(port.host()).isEqualTo(host);
        assertThat(port.isStale()).isTrue();
        assertThat(port.isDesired()).isFalse();
        assertThat(port.revision().generation()).isEqualTo(1);
    }

    @Test
    void portThatItsHostWasToldIsStaleNoMore() {
        port.tell(true);
        assertThat(port.isStale()).isFalse();
        assertThat(port.isDesired()).isTrue();
        port.tell(false);
        assertThat(port.isDesired()).isFalse();
    }

    @Test
    void portThatGoesToAnotherHostHasToBeToldAgain() {
        UUID other = UUID.randomUUID();
        port.tell(true);
        port.move(other, NOW.plusSeconds(5));
        assertThat(port.host()).isEqualTo(other);
        assertThat(port.isStale()).isTrue();
        assertThat(port.isDesired()).isFalse();
        assertThat(port.revision().generation()).isEqualTo(2);
        assertThat(port.revision().updatedAt()).isEqualTo(NOW.plusSeconds(5));
    }

    /** Whoever waits for its proof would wait for ever. */
    @Test
    void portThatIsGoneHasSettledWhateverItWasTold() {
        port.tell(true);
        assertThat(port.hasSettled(1)).isFalse();
        port.end(NOW.plusSeconds(5));
        assertThat(port.hasSettled(7)).isTrue();
        assertThat(port.isStale()).isFalse();
        assertThat(port.revision().deletedAt()).isEqualTo(NOW.plusSeconds(5));
    }
}
