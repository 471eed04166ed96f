package io.skyholm.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.runtime.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a client that was cut off goes on. */
class LastEventIdTest {

    @ParameterizedTest
    @ValueSource(strings = {"x", "-1", "999999999999999999999999999999", ""})
    void whatIsNoPlaceInTheStreamIsRefused(String last) {
        assertThatThrownBy(() -> LastEventId.position(last))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith("Last-Event-ID ");
    }

    @Test
    void idOfAnEventIsItsPlace() {
        assertThat(LastEventId.position("0")).isZero();
        assertThat(LastEventId.position("123456789012345678")).isEqualTo(123456789012345678L);
    }
}
