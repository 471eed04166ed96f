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
    void freePortsAreKeptForWhoeverComesLater(@TempDir Path folder) {
        Path file = folder.resolve("ports.properties");
        Ports chosen = Ports.keptIn(file);

        assertThat(chosen.byPart().values()).doesNotHaveDuplicates();
        assertThat(Ports.keptIn(file)).isEqualTo(chosen);
    }
}
