package io.skyholm.local.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NewMavenTest {
    @Test
    void liveReloadNeedsThreeNine() {
        assertThat(NewMaven.isNewEnough("Apache Maven 3.8.7")).isFalse();
        assertThat(NewMaven.isNewEnough("Apache Maven 3.9.0 (x)")).isTrue();
        assertThat(NewMaven.isNewEnough("[1mApache Maven 3.10.1 (x)")).isTrue();
        assertThat(NewMaven.isNewEnough("Apache Maven 4.0.0-rc-4")).isTrue();
        assertThat(NewMaven.isNewEnough("command not found")).isFalse();
    }
}
