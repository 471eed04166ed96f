package io.skyholm.local.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.local.LaunchProblem;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTest {
    @Test
    void everyPartHasAPortOfItsOwn() {
        assertThat(Ports.configured(Map.of()).byPart().values()).doesNotHaveDuplicates();
    }

    @Test
    void theEnvironmentChangesOnePortAndLeavesTheOthers() {
        Ports ports = Ports.configured(Map.of("SKYHOLM_PORT_KAFKA", " 29092 ", "SKYHOLM_PORT_GATEWAY", ""));

        assertThat(ports.of("kafka")).isEqualTo(29_092);
        assertThat(ports.of("gateway")).isEqualTo(8443);
    }

    @Test
    void whatIsNoPortIsRefusedByName() {
        for (String told : new String[] {"0", "65536", "-1", "https", "123456"}) {
            assertThatThrownBy(() -> Ports.configured(Map.of("SKYHOLM_PORT_AUDIT", told)))
                    .isInstanceOf(LaunchProblem.class)
                    .hasMessageContaining("SKYHOLM_PORT_AUDIT=" + told);
        }
    }

    @Test
    void twoPartsWithTheSamePortAreFoundBeforeAnythingStarts() {
        assertThatThrownBy(() -> Ports.configured(Map.of("SKYHOLM_PORT_KAFKA", "8443")))
                .isInstanceOf(LaunchProblem.class)
                .hasMessageContainingAll("8443", "SKYHOLM_PORT_KAFKA", "SKYHOLM_PORT_GATEWAY");
        assertThatThrownBy(
                        () -> Ports.configured(Map.of("SKYHOLM_PORT_AUDIT", "9000", "SKYHOLM_PORT_HOST_AGENT", "9000")))
                .hasMessageContainingAll("9000", "SKYHOLM_PORT_AUDIT", "SKYHOLM_PORT_HOST_AGENT");
        Ports exchanged = Ports.configured(Map.of("SKYHOLM_PORT_KAFKA", "8443", "SKYHOLM_PORT_GATEWAY", "19092"));
        assertThat(exchanged.of("kafka")).isEqualTo(8443);
    }

    @Test
    void aVariableOfNoPartIsNamed() {
        assertThatThrownBy(() -> Ports.configured(Map.of("SKYHOLM_PORT_FOO", "1", "SKYHOLM_PORT", "2")))
                .isInstanceOf(LaunchProblem.class)
                .hasMessageContainingAll("SKYHOLM_PORT_FOO is the port of no part", "SKYHOLM_PORT_GATEWAY");
    }

    @Test
    void whatRunsIsLookedForWhereItWasStarted(@TempDir Path folder) {
        Path file = folder.resolve("run/ports.properties");
        assertThat(Ports.startedWith(file)).isEqualTo(Ports.configured(Map.of()));
        Ports.configured(Map.of("SKYHOLM_PORT_GATEWAY", "9443")).keepIn(file);

        assertThat(Ports.startedWith(file).of("gateway")).isEqualTo(9443);
        assertThat(Ports.startedWith(file)
                        .changedBy(Map.of("SKYHOLM_PORT_GATEWAY", "9444"))
                        .of("gateway"))
                .isEqualTo(9444);
    }

    @Test
    void freePortsAreKeptForWhoeverComesLater(@TempDir Path folder) {
        Path file = folder.resolve("ports.properties");
        Ports chosen = Ports.keptIn(file);

        assertThat(chosen.byPart().values()).doesNotHaveDuplicates();
        assertThat(Ports.keptIn(file)).isEqualTo(chosen);
    }
}
