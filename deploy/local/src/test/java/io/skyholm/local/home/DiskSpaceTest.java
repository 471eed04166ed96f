package io.skyholm.local.home;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.local.LaunchProblem;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DiskSpaceTest {
    @Test
    void aFullDiskIsNamedWithWhatIsNeeded() {
        assertThatThrownBy(() -> DiskSpace.require(Path.of("/data"), 120, 500))
                .isInstanceOf(LaunchProblem.class)
                .hasMessageContainingAll("/data", "120 MiB", "500 MiB", "SKYHOLM_DATA");
    }

    @Test
    void enoughIsEnough() {
        assertThatCode(() -> DiskSpace.require(Path.of("/data"), 500, 500)).doesNotThrowAnyException();
    }
}
