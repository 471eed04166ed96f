package io.skyholm.agent.libvirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.agent.hypervisor.HostSize;
import io.skyholm.agent.hypervisor.Hypervisor;
import io.skyholm.agent.hypervisor.HypervisorContract;
import io.skyholm.agent.hypervisor.HypervisorProblem;
import io.skyholm.agent.hypervisor.Machine;
import io.skyholm.agent.hypervisor.MachineState;
import io.skyholm.agent.hypervisor.Port;
import io.skyholm.agent.testing.DesiredThings;
import io.skyholm.events.host.DesiredVm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The contract on libvirt and QEMU, and what they have that nothing simulated has. Its guests have nothing to boot from. */
@EnabledIfSystemProperty(named = RealLibvirt.WANTED, matches = "true")
class LibvirtHypervisorTest extends HypervisorContract {

    private final RealLibvirt libvirt = RealLibvirt.one();
    private final List<LibvirtHypervisor> all = new ArrayList<>();
    private final Path folder;
    private final Hypervisor hypervisor;

    LibvirtHypervisorTest(@TempDir Path folder) {
        this.folder = folder;
        this.hypervisor = startedAnew();
    }

    @Override
    protected Hypervisor hypervisor() {
        return hypervisor;
    }

    @Override
    protected Hypervisor startedAnew() {
        LibvirtHypervisor anew = new LibvirtHypervisor(
                libvirt.settings(folder.resolve("consoles")),
                new HostSize(8, 32, 500, 0, null),
                disk -> Optional.empty());
        all.add(anew);
        return anew;
    }

    @Override
    protected Path kept() {
        return folder;
    }

    /** It would be known to whoever lists processes, or asks libvirt. */
    @Test
    void whatAMachineIsToldIsNeitherInItsProcessNorInItsDefinition() throws IOException {
        DesiredVm desired = DesiredThings.booting(DesiredThings.machine("told"), "told-user-data", "$6$told$hash");
        hypervisor.define(desired);
        hypervisor.start(desired);
        String process = libvirt.qemu(desired.id()).orElseThrow();
        assertThat(Files.readString(Path.of("/proc", process, "cmdline")))
                .contains(desired.id() + ".seed")
                .doesNotContain("told-user-data", "$6$told");
        assertThat(libvirt.virsh("dumpxml", "skyholm-" + desired.id())).doesNotContain("told-user-data", "$6$told");
    }

    @Override
    protected void crash(UUID machine) {
        RealLibvirt.signal("KILL", libvirt.qemu(machine).orElseThrow());
    }

    @AfterEach
    void removeAll() {
        hypervisor.machines().stream().map(Machine::id).forEach(hypervisor::remove);
        hypervisor.ports().stream().map(Port::id).forEach(hypervisor::unplug);
        all.forEach(LibvirtHypervisor::close);
        assertThat(folder.resolve("consoles")).isEmptyDirectory();
        assertThat(folder.resolve("seeds")).isEmptyDirectory();
    }

    @Test
    void whatAnotherMadeIsShownAndNeverTouched() throws IOException {
        UUID foreign = UUID.randomUUID();
        Path xml = Files.writeString(folder.resolve("foreign.xml"), """
                <domain type='qemu'><uuid>%s</uuid><name>somebody-elses</name><memory unit='MiB'>64</memory>
                  <os><type arch='x86_64' machine='q35'>hvm</type></os></domain>""".formatted(foreign));
        String defined = libvirt.virsh("define", xml.toString());
        try {
            assertThat(hypervisor.machine(foreign)).get().returns(MachineState.STOPPED, Machine::state);
            assertThat(hypervisor.load().warnings())
                    .containsExactly("Domain somebody-elses was not made by Skyholm, and is left as it is");
            assertThatThrownBy(() -> hypervisor.remove(foreign))
                    .isInstanceOf(HypervisorProblem.class)
                    .hasMessageContaining("was not made by Skyholm");
            assertThat(libvirt.virsh("domstate", "somebody-elses")).as(defined).contains("shut off");
        } finally {
            String ignored = libvirt.virsh("undefine", "somebody-elses");
        }
    }

    @Test
    void aNameMayHaveAnyCharacters() {
        DesiredVm desired = DesiredThings.machine("<a & 'b'>\n\u0001 \"c\" \uD83D\uDE00");
        hypervisor.define(desired);
        assertThat(hypervisor.machine(desired.id())).get().returns(desired.name(), Machine::name);
    }

    @Test
    void aMachineWhoseDiskIsNotThereWaitsForItAndCanBeRemoved() {
        DesiredVm desired = DesiredThings.machine("waiting").withBootDisk(UUID.randomUUID());
        hypervisor.define(desired);
        assertThatThrownBy(() -> hypervisor.start(desired))
                .isInstanceOfSatisfying(HypervisorProblem.class, problem -> assertThat(problem.isPassing())
                        .isTrue());
        hypervisor.remove(desired.id());
        assertThat(hypervisor.machines()).isEmpty();
    }
}
