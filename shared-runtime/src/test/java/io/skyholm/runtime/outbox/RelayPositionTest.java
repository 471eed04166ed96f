package io.skyholm.runtime.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RelayPositionTest {

    private static final Instant NOON = Instant.parse("2026-02-01T12:00:00Z");
    private static final RelayPosition HELD_UP = new RelayPosition("0/10", 500, NOON);

    @Test
    void aRelayThatIsSeenWhereItWasStandsStillSinceThen() {
        RelayPosition again = HELD_UP.next(new RelayPosition("0/10", 900, NOON.plusSeconds(10)));
        assertThat(again).isEqualTo(new RelayPosition("0/10", 900, NOON));
        assertThat(again.stillSeconds(NOON.plusSeconds(70))).isEqualTo(70);
    }

    @Test
    void aRelayThatGotOnDoesNotStandStillHoweverFarBehindItIs() {
        RelayPosition further = HELD_UP.next(new RelayPosition("0/20", 1_000_000, NOON.plusSeconds(10)));
        assertThat(further.stillSeconds(NOON.plusSeconds(11))).isEqualTo(1);
    }

    @Test
    void aRelayThatHasReadAllThereIsDoesNotStandStill() {
        RelayPosition done = HELD_UP.next(new RelayPosition("0/10", 0, NOON.plusSeconds(10)));
        assertThat(done.stillSeconds(NOON.plusSeconds(3600))).isZero();
        RelayPosition more = done.next(new RelayPosition("0/10", 8, NOON.plusSeconds(3600)));
        assertThat(more.stillSeconds(NOON.plusSeconds(3601))).isEqualTo(1);
    }
}
