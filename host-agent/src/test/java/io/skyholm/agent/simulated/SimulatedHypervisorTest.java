package io.skyholm.agent.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.agent.hypervisor.HostSize;
import io.skyholm.agent.hypervisor.Hypervisor;
import io.skyholm.agent.hypervisor.HypervisorContract;
import io.skyholm.agent.hypervisor.HypervisorProblem;
import io.skyholm.agent.hypervisor.Port;
import io.skyholm.agent.testing.DesiredThings;
import io.skyholm.events.host.DesiredVm;
import io.skyholm.events.host.PortTraffic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatedHypervisorTest extends HypervisorContract {

    private final Path file;
    private final SimulatedHypervisor hypervisor;

    SimulatedHypervisorTest(@TempDir Path folder) {
        this.file = folder.resolve("hypervisor.jsonl");
        this.hypervisor = startedAnew();
    }

    @Override
    protected Hypervisor hypervisor() {
        return hypervisor;
    }

    @Override
    protected SimulatedHypervisor startedAnew() {
        return new SimulatedHypervisor(new HostSize(8, 32, 500, 0, null), FaultInjection.none(), file);
    }

    @Override
    protected Path kept() {
        return file.resolveSibling("");
    }

    @Override
    protected void crash(UUID machine) {
        hypervisor.crash(machine);
    }

    @Test
    void aNameMakesItsStepFailAndNoOther() {
        DesiredVm desired = DesiredThings.machine("web-fail-start");
        hypervisor.define(desired);
        assertThatThrownBy(() -> hypervisor.start(desired))
                .isInstanceOf(HypervisorProblem.class)
                .hasMessageContaining("web-fail-start");
    }

    @Test
    void aNameMakesItsStepFailOnce() {
        DesiredVm desired = DesiredThings.machine("web-once-start");
        hypervisor.define(desired);
        assertThatThrownBy(() -> hypervisor.start(desired)).isInstanceOf(HypervisorProblem.class);
        hypervisor.start(desired);
    }

    @Test
    void thousandsOfChangesDoNotMakeTheFileLong() throws IOException {
        DesiredVm desired = DesiredThings.machine("busy");
        hypervisor.define(desired);
        for (int change = 0; change < 1500; change++) {
            hypervisor.start(desired);
            hypervisor.stop(desired);
        }
        assertThat(Files.readAllLines(file)).hasSizeLessThan(1100);
        assertThat(startedAnew().machines()).isEqualTo(hypervisor.machines());
    }

    @Test
    void halfALineIsAsIfNeverWritten() throws IOException {
        hypervisor.define(DesiredThings.machine("kept"));
        Files.writeString(file, "{\"gone\":\"", StandardOpenOption.APPEND);
        assertThat(startedAnew().machines()).hasSize(1);
    }

    @Test
    void anAttachmentOfAnOlderAgentIsTakenForOneThatWrites() throws IOException {
        UUID attachment = UUID.randomUUID();
        Files.writeString(file, """
                {"attachment":{"id":"%s","generation":1,"diskId":"%s","machineId":"%s"}}
                """.formatted(attachment, UUID.randomUUID(), UUID.randomUUID()));
        assertThat(startedAnew().attachment(attachment)).get().satisfies(found -> assertThat(found.mayWrite())
                .isTrue());
    }

    @Test
    void aPortCarriesMoreAsTimePasses() {
        Instant made = Instant.parse("2026-03-01T00:00:00Z");
        Port port = new Port(UUID.randomUUID(), 1, SimulatedTraffic.beginning(made));
        PortTraffic first = carried(port, made.plusSeconds(60));
        PortTraffic later = carried(port, made.plus(Duration.ofDays(30)));
        assertThat(first.receivedBytes()).isBetween(60_000L, 60_000_000L);
        assertThat(later.receivedBytes()).isGreaterThan(first.receivedBytes());
        assertThat(later.sentBytes()).isBetween(first.sentBytes() + 1, later.receivedBytes());
        assertThat(carried(port, made.minusSeconds(60)).receivedBytes()).isZero();
    }

    private static PortTraffic carried(Port port, Instant at) {
        return Objects.requireNonNull(SimulatedTraffic.at(port, at).traffic());
    }
}
