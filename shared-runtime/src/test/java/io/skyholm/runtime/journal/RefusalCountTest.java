package io.skyholm.runtime.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.events.audit.RefusedCallsFact;
import io.skyholm.events.audit.RefusedOrigin;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told of calls that were refused to nobody in particular. */
class RefusalCountTest {

    private static final Instant NOON = Instant.parse("2026-02-01T12:00:00Z");

    private final RefusalCount count = new RefusalCount(NOON);

    @ParameterizedTest
    @CsvSource({"192.0.2.17, 192.0.2.0/24", "2001:db8:7:1::5, 2001:db8:7::/48", "not an address, unknown", ", unknown"})
    void addressesAreToldByHowTheyBegin(String address, String told) {
        assertThat(RefusalCount.place(address)).isEqualTo(told);
    }

    @Test
    void nothingIsToldOfNothing() {
        assertThat(count.fact(NOON)).isEmpty();
    }

    @Test
    void ofMoreNetworksThanAreRememberedTheNumberIsRight() {
        for (int network = 0; network < 5_000; network++) {
            count.add("10." + network / 256 + "." + network % 256 + ".1", 1);
        }
        count.add("192.0.2.1", 1);
        RefusedCallsFact fact = count.fact(NOON).orElseThrow();
        assertThat(fact.calls()).isEqualTo(5_001);
        assertThat(fact.origins()).hasSize(20);
    }

    @Test
    void whatCouldNotBeToldIsToldWithTheNext() {
        count.add("192.0.2.1", 3);
        RefusalCount next = new RefusalCount(NOON.plusSeconds(60));
        next.add("192.0.2.9", 1);
        next.add("203.0.113.1", 1);
        RefusedCallsFact joined = next.joinedWith(count.fact(NOON).orElseThrow())
                .fact(NOON.plusSeconds(120))
                .orElseThrow();
        assertThat(joined.since()).isEqualTo(NOON);
        assertThat(joined.calls()).isEqualTo(5);
        assertThat(joined.origins())
                .containsExactly(new RefusedOrigin("192.0.2.0/24", 4), new RefusedOrigin("203.0.113.0/24", 1));
    }
}
