package io.skyholm.gateway.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BucketsTest {

    private static final long SECOND = 1_000_000_000L;

    @Test
    void callerMayBurstForTwoSecondsAndThenGoOnSteadily() {
        Buckets buckets = new Buckets(10, 100);

        assertThat(admitted(buckets, "a", 0, 30)).isEqualTo(20);
        assertThat(admitted(buckets, "a", SECOND, 30)).isEqualTo(10);
        assertThat(admitted(buckets, "a", SECOND, 30)).isZero();
    }

    @Test
    void callersDoNotShareABucket() {
        Buckets buckets = new Buckets(10, 100);

        assertThat(admitted(buckets, "a", 0, 30)).isEqualTo(20);
        assertThat(admitted(buckets, "b", 0, 30)).isEqualTo(20);
    }

    @Test
    void refusedCallerIsToldWhenToComeBack() {
        Buckets buckets = new Buckets(1, 100);
        admitted(buckets, "a", 0, 2);

        Buckets.Taken taken = buckets.take("a", 0);

        assertThat(taken).isEqualTo(new Buckets.Taken(false, 0, 2, 1));
    }

    @Test
    void onlySoManyCallersAreRemembered() {
        Buckets buckets = new Buckets(1, 2);
        admitted(buckets, "a", 0, 2);
        admitted(buckets, "b", 0, 2);

        assertThat(buckets.take("a", 0).admitted()).isFalse();
        admitted(buckets, "c", 0, 1);
        assertThat(buckets.take("a", 0).admitted()).isFalse();
        assertThat(buckets.take("b", 0).admitted()).isTrue();
    }

    private static long admitted(Buckets buckets, String caller, long now, int times) {
        return IntStream.range(0, times)
                .filter(time -> buckets.take(caller, now).admitted())
                .count();
    }
}
