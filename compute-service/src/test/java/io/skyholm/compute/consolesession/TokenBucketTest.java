package io.skyholm.compute.consolesession;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TokenBucketTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    @Test
    void aSecondsWorthGoesAtOnceAndWhatIsMoreWaits() {
        TokenBucket bucket = new TokenBucket(1000, 0);
        assertThat(bucket.take(1000, 0)).isZero();
        assertThat(bucket.take(500, 0)).isEqualTo(500);
    }

    @Test
    void whoWaitsMayGoOn() {
        TokenBucket bucket = new TokenBucket(1000, 0);
        assertThat(bucket.take(2000, 0)).isEqualTo(1000);
        assertThat(bucket.take(1, SECOND)).isEqualTo(1);
        assertThat(bucket.take(500, 2 * SECOND)).isZero();
    }

    @Test
    void silenceSavesUpNoMoreThanASecond() {
        TokenBucket bucket = new TokenBucket(1000, 0);
        assertThat(bucket.take(1000, 100 * SECOND)).isZero();
        assertThat(bucket.take(1000, 100 * SECOND)).isEqualTo(1000);
    }
}
