package io.skyholm.network.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.runtime.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which months can be asked for. */
class TrafficFilterTest {

    @Test
    void withoutAMonthAllAreAskedFor() {
        assertThat(new TrafficFilter(null, null, null, null).month()).isNull();
    }

    @Test
    void monthIsKeptAsItIsWritten() {
        assertThat(new TrafficFilter(null, null, null, "2026-11").month()).isEqualTo("2026-11");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1999-13", "2026", "2026-11-01", "november", ""})
    void whatIsNoMonthIsRefused(String month) {
        assertThatThrownBy(() -> new TrafficFilter(null, null, null, month))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith("month ");
    }
}
