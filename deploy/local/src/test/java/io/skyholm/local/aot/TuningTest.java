package io.skyholm.local.aot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TuningTest {
    @Test
    void aPersonGetsTheSmallAndQuickOptions() {
        assertThat(Tuning.configured(Map.of()).options(128)).contains("-XX:TieredStopAtLevel=1", "-Xmx128m");
    }

    @Test
    void aBenchmarkGetsTheWholeCompiler() {
        assertThat(Tuning.configured(Map.of("SKYHOLM_JVM", "fast")).options(128))
                .doesNotContain("-XX:TieredStopAtLevel=1")
                .contains("-Xmx256m");
    }
}
