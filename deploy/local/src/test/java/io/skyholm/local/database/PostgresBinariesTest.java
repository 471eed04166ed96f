package io.skyholm.local.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.local.LaunchProblem;
import org.junit.jupiter.api.Test;

class PostgresBinariesTest {
    @Test
    void theBinariesFitTheMachine() {
        assertThat(PostgresBinaries.platform("Linux", "amd64")).isEqualTo("linux-amd64");
        assertThat(PostgresBinaries.platform("Linux", "aarch64")).isEqualTo("linux-arm64v8");
        assertThat(PostgresBinaries.platform("Mac OS X", "aarch64")).isEqualTo("darwin-arm64v8");
    }

    @Test
    void anUnknownMachineIsToldSo() {
        assertThatThrownBy(() -> PostgresBinaries.platform("Linux", "s390x")).isInstanceOf(LaunchProblem.class);
    }
}
