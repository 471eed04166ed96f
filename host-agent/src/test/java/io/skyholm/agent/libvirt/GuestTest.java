package io.skyholm.agent.libvirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.agent.hypervisor.HostSize;
import io.skyholm.agent.hypervisor.HypervisorProblem;
import io.skyholm.agent.hypervisor.Machine;
import io.skyholm.agent.hypervisor.MachineState;
import io.skyholm.agent.hypervisor.Port;
import io.skyholm.agent.hypervisor.SerialLine;
import io.skyholm.agent.pool.DiskPlaces.Found;
import io.skyholm.agent.testing.DesiredThings;
import io.skyholm.events.host.DesiredAttachment;
import io.skyholm.events.host.DesiredPort;
import io.skyholm.events.host.DesiredVm;
import io.skyholm.events.host.IoLimits;
import io.skyholm.local.BoundedWait;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** A guest that boots from its disk and says on its console what it sees of what is done to it. */
@EnabledIfSystemProperty(named = RealLibvirt.WANTED, matches = "true")
class GuestTest {

    private static final int GRACE_SECONDS = 30;

    private final RealLibvirt libvirt = RealLibvirt.one();
    private final UUID bootDisk = UUID.randomUUID();
    private final Path folder;
    private final LibvirtHypervisor hypervisor;

    GuestTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.hypervisor = new LibvirtHypervisor(
                libvirt.settings(folder.resolve("consoles")), new HostSize(8, 32, 500, 0, null), this::whole);
        Path made = Files.copy(RealLibvirt.guestDisk(), file(bootDisk));
        assertThat(made).isNotEmptyFile();
    }

    private Path file(UUID disk) {
        return folder.resolve(disk + ".raw");
    }

    private Optional<Found> whole(UUID disk) {
        return Optional.of(file(disk)).filter(Files::exists).map(Found::plain);
    }

    @AfterEach
    void removeAll() {
        hypervisor.machines().stream().map(Machine::id).forEach(hypervisor::remove);
        hypervisor.ports().stream().map(Port::id).forEach(hypervisor::unplug);
        hypervisor.close();
    }

    @Test
    void aGuestBootsSeesItsDevicesComeAndGoAndEndsByItsButton() throws IOException {
        DesiredPort port = DesiredThings.port();
        DesiredPort another = DesiredThings.port();
        hypervisor.plug(port);
        hypervisor.plug(another);
        DesiredVm desired = DesiredThings.graceful(
                DesiredThings.plugged(DesiredThings.machine("guest"), port.id()).withBootDisk(bootDisk), GRACE_SECONDS);
        hypervisor.define(desired);
        hypervisor.start(desired);
        says(desired, "READY processors=1");
        says(desired, "SEED instance-id=" + desired.instanceId() + "-0 hostname=guest address=10.64.0.2/16");
        says(desired, "DHCP address=10.64.0.2/16 router=10.64.0.1");
        assertThat(libvirt.qemu(desired.id())).isPresent();
        assertThat(new String(hypervisor.consoleLog(desired.id(), 64 << 10), StandardCharsets.UTF_8))
                .contains("@@ READY processors=1");
        assertThat(hypervisor.consoleLog(desired.id(), 7)).hasSize(7);
        says(desired, "DEVICES disk=vda:" + serial(bootDisk) + ":\\d+:0 port=" + port.macAddress());

        DesiredAttachment data = DesiredThings.attachment(disk(8), desired);
        DesiredAttachment readOnly = DesiredThings.readOnly(DesiredThings.attachment(disk(16), desired));
        hypervisor.attach(data);
        says(desired, "DEVICES .*disk=vdb:" + serial(data.diskId()) + ":16384:0 port");
        hypervisor.attach(readOnly);
        says(desired, "DEVICES .*disk=vdc:" + serial(readOnly.diskId()) + ":32768:1 port");
        limits(desired, "vdb", 0, 0);
        hypervisor.attach(DesiredThings.limited(data, new IoLimits(500, 20)));
        limits(desired, "vdb", 500, 20 << 20);
        hypervisor.attach(data);
        limits(desired, "vdb", 0, 0);
        hypervisor.attach(DesiredThings.limited(readOnly, new IoLimits(null, 7)));
        limits(desired, "vdc", 0, 7 << 20);
        hypervisor.detach(data.id());
        says(desired, "DEVICES disk=vda:\\S+ disk=vdc:\\S+ port=\\S+ *");

        DesiredAttachment installer = DesiredThings.inDrive(DesiredThings.attachment(disk(4), desired), false);
        hypervisor.attach(installer);
        drive(desired, file(installer.diskId()).toString());
        hypervisor.attach(installer);
        hypervisor.detach(installer.id());
        drive(desired, "-");
        DesiredAttachment next = DesiredThings.inDrive(DesiredThings.attachment(disk(4), desired), false);
        hypervisor.attach(next);
        drive(desired, file(next.diskId()).toString());

        limits(desired, "vda", 0, 0);
        hypervisor.define(DesiredThings.limited(desired, new IoLimits(400, 30)));
        limits(desired, "vda", 400, 30 << 20);
        hypervisor.define(DesiredThings.limited(desired, new IoLimits(null, 7)));
        limits(desired, "vda", 0, 7 << 20);
        desired = DesiredThings.limited(desired, new IoLimits(300, null));
        hypervisor.define(desired);

        DesiredVm twice = DesiredThings.plugged(desired, port.id(), another.id());
        hypervisor.define(twice);
        says(desired, "DEVICES .*port=\\S+ port=\\S+ *");
        DesiredVm once = DesiredThings.plugged(twice, another.id());
        hypervisor.define(once);
        says(desired, "DEVICES disk=vda:\\S+ disk=vdc:\\S+ port=\\S+ *");
        hypervisor.unplug(port.id());

        hypervisor.stop(once);
        says(desired, "BUTTON");
        assertThat(hypervisor.machine(desired.id())).get().returns(MachineState.STOPPED, Machine::state);
        assertThat(libvirt.qemu(desired.id())).isEmpty();

        hypervisor.start(once);
        says(desired, "BUTTON[\\s\\S]*READY[\\s\\S]*DEVICES disk=vda:\\S+ disk=vdb:" + serial(readOnly.diskId()));
        limits(once, "vda", 300, 0);
        limits(once, "vdb", 0, 7 << 20);
        hypervisor.restart(DesiredThings.restarted(once));
        says(desired, "BUTTON[\\s\\S]*BUTTON[\\s\\S]*READY");
        hypervisor.suspend(once);
        hypervisor.resume(once);
    }

    @Test
    @SuppressWarnings("JdkObsolete") // One thread writes what is shown, and another reads it.
    void whatIsTypedIntoAConsoleIsAnsweredByTheGuest() throws IOException {
        DesiredVm desired = DesiredThings.booting(
                DesiredThings.machine("typed").withBootDisk(bootDisk), "#cloud-config\n# shell\n", "$6$typed$hash");
        hypervisor.define(desired);
        assertThatThrownBy(() -> hypervisor.openSerial(desired.id())).isInstanceOf(HypervisorProblem.class);
        hypervisor.start(desired);
        says(desired, "READY");
        says(desired, "SEED");
        // Twice: whoever pulls the cable may plug it in again.
        for (int number = 6; number < 8; number++) {
            try (SerialLine line = hypervisor.openSerial(desired.id())) {
                StringBuffer shown = new StringBuffer();
                Thread reading = Thread.ofVirtual().start(() -> read(line, shown));
                String question = "\necho answer-$((" + number + " * 7))\n";
                String answer = "answer-" + number * 7;
                line.write(StandardCharsets.UTF_8.encode(question));
                assertThat(BoundedWait.waitUntil(() -> shown.indexOf(answer) >= 0, Duration.ofSeconds(60)))
                        .as(() -> answer + " in " + shown + " of " + reading)
                        .isTrue();
                assertThat(new String(hypervisor.consoleLog(desired.id(), 64 << 10), StandardCharsets.UTF_8))
                        .contains(answer);
            }
        }
    }

    private static void read(SerialLine line, StringBuffer shown) {
        ByteBuffer piece = ByteBuffer.allocate(4096);
        try {
            while (line.read(piece) >= 0) {
                shown.append(StandardCharsets.UTF_8.decode(piece.flip()));
                piece.clear();
            }
        } catch (IOException closed) {
            shown.append("(closed)");
        }
    }

    /** What QEMU has in the drive. */
    private void drive(DesiredVm of, String expected) {
        assertThat(libvirt.virsh("domblklist", "skyholm-" + of.id()).lines().map(line -> line.strip()
                        .replaceAll("\\s+", " ")))
                .contains("sda " + expected);
    }

    /** Those that QEMU holds the guest to. */
    private void limits(DesiredVm of, String disk, long operations, long bytes) {
        assertThat(libvirt.virsh("blkdeviotune", "skyholm-" + of.id(), disk, "--live")
                        .lines()
                        .map(line -> line.replaceAll("\\s", "")))
                .contains("total_iops_sec:" + operations, "total_bytes_sec:" + bytes);
    }

    private UUID disk(int sizeMib) throws IOException {
        UUID disk = UUID.randomUUID();
        Path made = Files.write(file(disk), new byte[sizeMib << 20]);
        assertThat(made).exists();
        return disk;
    }

    private static String serial(UUID disk) {
        String digits = disk.toString().replace("-", "");
        return digits.substring(digits.length() - 20);
    }

    private void says(DesiredVm desired, String expected) {
        new Consoles(folder.resolve("consoles")).say(desired, expected);
    }
}
