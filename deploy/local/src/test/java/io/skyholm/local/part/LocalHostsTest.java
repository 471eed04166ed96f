package io.skyholm.local.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.local.LaunchProblem;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LocalHostsTest {
    @Test
    void thereAreThreeUnlessSomebodySaysSo() {
        assertThat(LocalHosts.configured(Map.of()).count()).isEqualTo(3);
        assertThat(LocalHosts.configured(Map.of("SKYHOLM_LOCAL_HOSTS", " 100 ")).count())
                .isEqualTo(100);
    }

    @Test
    void manyAreAFleetAndFewAreNot() {
        assertThat(LocalHosts.configured(Map.of()).areFleet()).isFalse();
        assertThat(LocalHosts.configured(Map.of("SKYHOLM_LOCAL_HOSTS", "1000")).areFleet())
                .isTrue();
    }

    @Test
    void whatIsNoNumberIsRefused() {
        assertThatThrownBy(() -> LocalHosts.configured(Map.of("SKYHOLM_LOCAL_HOSTS", "many")))
                .isInstanceOf(LaunchProblem.class)
                .hasMessageContaining("SKYHOLM_LOCAL_HOSTS=many");
    }
}
