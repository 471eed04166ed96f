package io.skyholm.agent.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.events.host.DesiredPort;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredPortsTest {

    /** Else what serves a VPC would be made anew by the next look, which reads them. */
    @Test
    void whatIsKnownOfAllWithoutReadingThemIsWhatIsReadInTheSameOrder(@TempDir Path folder) {
        StoredPorts stored = new StoredPorts(folder.resolve("ports"));
        stored.make();
        List<DesiredPort> ports = IntStream.range(1, 20)
                .mapToObj(number -> RoutedPort.port(42, 1, number, RoutedPort.OPEN))
                .toList();
        for (DesiredPort port : ports) {
            List<DesiredPort> before = stored.all();
            stored.keep(port);
            assertThat(StoredPorts.with(before, port)).isEqualTo(stored.all());
        }
        DesiredPort changed = RoutedPort.with(ports.get(7), 2, List.of());
        List<DesiredPort> before = stored.all();
        stored.keep(changed);
        assertThat(StoredPorts.with(before, changed)).hasSize(19).isEqualTo(stored.all());
    }
}
