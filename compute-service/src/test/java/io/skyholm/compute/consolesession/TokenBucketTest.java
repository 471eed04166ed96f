package io.skyholm.compute.consolesession;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    @Test
    void aSecondsWorthGoesAtOnceAndWhatIsMoreWaits() {
        Pace pace = new Pace(1000, 0);
        assertThat(pace.take(1000, 0)).isZero();
        assertThat(pace.take(500, 0)).isEqualTo(500);
    }

    @Test
    void whoWaitsMayGoOn() {
        Pace pace = new Pace(1000, 0);
        assertThat(pace.take(2000, 0)).isEqualTo(1000);
        assertThat(pace.take(1, SECOND)).isEqualTo(1);
        assertThat(pace.take(500, 2 * SECOND)).isZero();
    }

    @Test
    void silenceSavesUpNoMoreThanASecond() {
        Pace pace = new Pace(1000, 0);
        assertThat(pace.take(1000, 100 * SECOND)).isZero();
        assertThat(pace.take(1000, 100 * SECOND)).isEqualTo(1000);
    }
}
