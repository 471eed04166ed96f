package io.skyholm.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BucketsTest {

    private static final long SECOND = 1_000_000_000L;

    @Test
    void callerMayBurstForTwoSecondsAndThenGoOnSteadily() {
        Buckets buckets = new Buckets(100);

        assertThat(admitted(buckets, "a", 10, 0, 30)).isEqualTo(20);
        assertThat(admitted(buckets, "a", 10, SECOND, 30)).isEqualTo(10);
        assertThat(admitted(buckets, "a", 10, SECOND, 30)).isZero();
    }

    @Test
    void callersDoNotShareABucket() {
        Buckets buckets = new Buckets(100);

        assertThat(admitted(buckets, "a", 10, 0, 30)).isEqualTo(20);
        assertThat(admitted(buckets, "b", 10, 0, 30)).isEqualTo(20);
    }

    @Test
    void refusedCallerIsToldWhenToComeBack() {
        Buckets buckets = new Buckets(100);
        admitted(buckets, "a", 1, 0, 2);

        Buckets.Taken taken = buckets.take("a", 1, 2, 0);

        assertThat(taken).isEqualTo(new Buckets.Taken(false, 0, 2, 1));
    }

    @Test
    void onlySoManyCallersAreRemembered() {
        Buckets buckets = new Buckets(2);
        admitted(buckets, "a", 1, 0, 2);
        admitted(buckets, "b", 1, 0, 2);

        assertThat(buckets.take("a", 1, 2, 0).admitted()).isFalse();
        admitted(buckets, "c", 1, 0, 1);
        assertThat(buckets.take("a", 1, 2, 0).admitted()).isFalse();
        assertThat(buckets.take("b", 1, 2, 0).admitted()).isTrue();
    }

    private static long admitted(Buckets buckets, String caller, int perSecond, long now, int times) {
        return IntStream.range(0, times)
                .filter(time ->
                        buckets.take(caller, perSecond, 2.0 * perSecond, now).admitted())
                .count();
    }
}
