package io.skyholm.agent.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.agent.hypervisor.HostSize;
import io.skyholm.agent.join.AgentKeys;
import io.skyholm.agent.simulated.FaultInjection;
import io.skyholm.agent.simulated.SimulatedHypervisor;
import io.skyholm.agent.testing.DesiredThings;
import io.skyholm.agent.testing.LineEnd;
import io.skyholm.events.host.ConsoleHeaders;
import io.skyholm.events.host.ConsoleRequest;
import io.skyholm.events.host.ConsoleUse;
import io.skyholm.events.host.DesiredConsole;
import io.skyholm.events.host.DesiredVm;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A console that somebody types into, on a host whose machines are simulated. */
class LineSessionTest {

    private final UUID host = UUID.randomUUID();
    private final LineEnd platform = new LineEnd();
    private final SimulatedHypervisor hypervisor;
    private final HostConsoles consoles;
    private final DesiredVm machine = DesiredThings.machine("web");
    private final ConsoleRequest request = new ConsoleRequest(
            UUID.randomUUID(), ConsoleUse.SERIAL, Instant.now().plusSeconds(60));

    LineSessionTest(@TempDir Path folder) throws IOException {
        hypervisor = new SimulatedHypervisor(
                new HostSize(8, 32, 500, 0, null), FaultInjection.none(), folder.resolve("hypervisor.jsonl"));
        AgentKeys keys = AgentKeys.keptIn(folder.resolve("host").resolve("agent.key"));
        consoles = new HostConsoles(hypervisor, platform.client(host, keys));
    }

    @AfterEach
    void end() throws IOException {
        consoles.close();
        platform.close();
    }

    @Test
    void whatIsTypedIsAnsweredByTheMachine() throws IOException {
        hypervisor.define(machine);
        hypervisor.start(machine);
        consoles.desired(new DesiredConsole(machine.id(), 1, List.of(request)));
        assertThat(platform.asked())
                .contains("GET /v1/host-consoles/" + request.id() + "/line")
                .containsIgnoringCase(ConsoleHeaders.HOST + ": " + host)
                .containsIgnoringCase(ConsoleHeaders.SIGNATURE + ": ");
        assertThat(platform.shows("web login: ")).isTrue();
        platform.types("root\r");
        assertThat(platform.shows("root\r\nNobody is there")).isTrue();
    }

    @Test
    void aLineThatIsNotWantedAnyMoreEnds() {
        hypervisor.define(machine);
        hypervisor.start(machine);
        consoles.desired(new DesiredConsole(machine.id(), 1, List.of(request)));
        assertThat(platform.shows("web login: ")).isTrue();
        consoles.withdrawn(machine.id());
        assertThat(platform.end()).isEqualTo("gone");
    }

    @Test
    void ofAMachineThatDoesNotRunIsSaidSo() {
        hypervisor.define(machine);
        consoles.desired(new DesiredConsole(machine.id(), 1, List.of(request)));
        assertThat(platform.end()).contains("does not run");
    }
}
