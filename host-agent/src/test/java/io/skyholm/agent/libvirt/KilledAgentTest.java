package io.skyholm.agent.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.agent.hypervisor.Attachment;
import io.skyholm.agent.hypervisor.HostSize;
import io.skyholm.agent.hypervisor.MachineState;
import io.skyholm.agent.network.NetworkSettings;
import io.skyholm.agent.pool.DiskPlaces.Found;
import io.skyholm.agent.testing.DesiredThings;
import io.skyholm.agent.testing.Repeated;
import io.skyholm.events.EventJson;
import io.skyholm.events.host.DesiredAttachment;
import io.skyholm.events.host.DesiredPort;
import io.skyholm.events.host.DesiredVm;
import io.skyholm.events.host.IoLimits;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** An agent that is killed in the midst of each of its steps: the next one brings its machine to what is desired, once, and leaves nothing of it. */
@EnabledIfSystemProperty(named = RealLibvirt.WANTED, matches = "true")
class KilledAgentTest {

    private static final int STEPS = 10;
    private static final long LATEST_MILLIS = 300;
    private static final HostSize SIZE = new HostSize(8, 32, 500, 0, null);

    private final RealLibvirt libvirt = RealLibvirt.one();
    private final DesiredPort port = DesiredThings.port();
    private final DesiredVm desired =
            DesiredThings.graceful(DesiredThings.plugged(DesiredThings.machine("walked"), port.id()), 1);
    private final Path folder;
    private final DesiredAttachment data;

    KilledAgentTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.data = DesiredThings.limited(DesiredThings.attachment(port.id(), desired), new IoLimits(500, 20));
        Path made = Files.write(file(folder), new byte[1 << 20]);
        assertThat(made).exists();
    }

    private static Path file(Path folder) {
        return folder.resolve("data.raw");
    }

    @Test
    void theNextAgentFindsWhatIsThereAndGoesOn() throws Exception {
        for (int kill = 1; kill <= STEPS; kill++) {
            killInTheMidst(kill);
            try (LibvirtHypervisor next = Walker.hypervisor(libvirt.uri(), libvirt.network(), folder)) {
                Repeated.untilItWorks(() -> bringUp(next));
                assertThat(next.machine(desired.id()).orElseThrow().state()).isEqualTo(MachineState.RUNNING);
                assertThat(next.attachments())
                        .filteredOn(attachment -> attachment.machineId().equals(desired.id()))
                        .containsExactly(Attachment.of(data));
                assertThat(libvirt.qemu(desired.id())).isPresent();
                assertThat(libvirt.virsh("domblklist", "skyholm-" + desired.id())
                                .lines())
                        .filteredOn(line -> line.contains(file(folder).toString()))
                        .hasSize(1);
                assertThat(libvirt.virsh("domiflist", "skyholm-" + desired.id()).lines())
                        .filteredOn(line -> line.contains(port.macAddress()))
                        .hasSize(1);
                Repeated.untilItWorks(() -> next.remove(desired.id()));
                next.unplug(port.id());
                assertThat(next.machine(desired.id())).isEmpty();
                assertThat(next.attachments())
                        .noneMatch(attachment -> attachment.machineId().equals(desired.id()));
                assertThat(next.ports()).noneMatch(there -> there.id().equals(port.id()));
                assertThat(libvirt.qemu(desired.id())).isEmpty();
                assertThat(folder.resolve("seeds")).isEmptyDirectory();
            }
        }
    }

    /** libvirt may still be at what the killed agent had asked for. */
    private void bringUp(LibvirtHypervisor next) {
        next.plug(port);
        next.define(desired);
        if (next.machine(desired.id()).orElseThrow().state() == MachineState.SUSPENDED) {
            next.resume(desired);
        }
        next.start(desired);
        next.attach(data);
        next.machine(desired.id()).orElseThrow().require(MachineState.RUNNING, "as it is desired");
    }

    private void killInTheMidst(int lines) throws IOException, InterruptedException {
        Process walker = new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Walker.class.getName(),
                        libvirt.uri(),
                        folder.toString(),
                        libvirt.network().namespace().orElseThrow(),
                        EventJson.write(port),
                        EventJson.write(desired),
                        EventJson.write(data)))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader output = walker.inputReader()) {
            int line = 0;
            while (line < lines) {
                String said = output.readLine();
                assertThat(said).isNotNull();
                line += said.startsWith(Walker.STEP) ? 1 : 0;
            }
            boolean ended = walker.waitFor(ThreadLocalRandom.current().nextLong(LATEST_MILLIS), TimeUnit.MILLISECONDS);
            assertThat(ended).isFalse();
        } finally {
            int ignored = walker.destroyForcibly().waitFor();
        }
    }

    /** A line is said before each step, so that whoever has read it kills within that one. */
    static final class Walker {

        static final String STEP = "step ";

        private Walker() {}

        static LibvirtHypervisor hypervisor(String uri, NetworkSettings network, Path folder) {
            return new LibvirtHypervisor(
                    LibvirtSettings.in(folder, uri, VirtType.QEMU, network),
                    SIZE,
                    disk -> Optional.of(Found.plain(file(folder))));
        }

        public static void main(String[] arguments) {
            NetworkSettings network = new NetworkSettings(Optional.of(arguments[2]), Optional.empty());
            DesiredPort port = EventJson.read(arguments[3], DesiredPort.class);
            DesiredVm desired = EventJson.read(arguments[4], DesiredVm.class);
            DesiredAttachment data = EventJson.read(arguments[5], DesiredAttachment.class);
            LibvirtHypervisor hypervisor = hypervisor(arguments[0], network, Path.of(arguments[1]));
            while (true) {
                step("plug", () -> hypervisor.plug(port));
                step("define", () -> hypervisor.define(desired));
                step("start", () -> hypervisor.start(desired));
                step("attach", () -> hypervisor.attach(data));
                step("suspend", () -> hypervisor.suspend(desired));
                step("resume", () -> hypervisor.resume(desired));
                step("restart", () -> hypervisor.restart(desired));
                step("stop", () -> hypervisor.stop(desired));
                step("remove", () -> hypervisor.remove(desired.id()));
                step("unplug", () -> hypervisor.unplug(port.id()));
            }
        }

        private static void step(String name, Runnable step) {
            System.out.println(STEP + name);
            step.run();
        }
    }
}
