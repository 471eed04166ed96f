package io.skyholm.agent.libvirt;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.agent.hypervisor.HostSize;
import io.skyholm.agent.hypervisor.Machine;
import io.skyholm.agent.pool.DiskPlaces.Found;
import io.skyholm.agent.testing.DesiredThings;
import io.skyholm.events.host.DesiredAttachment;
import io.skyholm.events.host.DesiredVm;
import io.skyholm.events.host.IoLimits;
import io.skyholm.local.BoundedWait;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Guests that mount their disks where those are to be, and what of a disk another finds there. */
@EnabledIfSystemProperty(named = RealLibvirt.WANTED, matches = "true")
class MountedDisksTest {

    private static final int DISK_BYTES = 16 << 20;

    private final RealLibvirt libvirt = RealLibvirt.one();
    private final Path folder;
    private final LibvirtHypervisor hypervisor;

    MountedDisksTest(@TempDir Path folder) {
        this.folder = folder;
        this.hypervisor = new LibvirtHypervisor(
                libvirt.settings(folder.resolve("consoles")), new HostSize(8, 32, 500, 0, null), this::whole);
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
        hypervisor.close();
    }

    @Test
    void aBlankDiskGetsAFileSystemAndAnotherGuestFindsWhatIsOnIt() throws IOException {
        DesiredVm first = guest("first", "# note of-the-first\n");
        UUID disk = disk(new byte[0], 0);
        DesiredAttachment data = DesiredThings.attachment(disk, first, "/data/my disk", 1);
        hypervisor.attach(data);
        hypervisor.start(first);
        says(first, "MOUNTED vdb /data/my disk ext4 rw note=\\R");
        says(first, "NOTED /data/my disk of-the-first");
        hypervisor.stop(first);
        hypervisor.detach(data.id());

        DesiredVm second = guest("second", "# note of-the-second\n");
        DesiredAttachment there = DesiredThings.attachment(disk, second, "/srv/data", 1);
        hypervisor.attach(there);
        hypervisor.start(second);
        says(second, "MOUNTED vdb /srv/data ext4 rw note=of-the-first");
        says(second, "NOTED /srv/data of-the-second");
        // As when its power is cut, and so is what is left in the journal for whoever only reads.
        hypervisor.remove(second.id());

        DesiredVm third = guest("third", "");
        hypervisor.attach(DesiredThings.readOnly(DesiredThings.attachment(disk, third, "/srv/read", 1)));
        hypervisor.start(third);
        says(third, "MOUNTED vdb /srv/read ext4 ro note=");
    }

    /** Without an agent in it a guest mounts a disk when it starts the next time. */
    @Test
    void aGuestThatRunsIsAskedByItsAgent() throws IOException {
        DesiredVm asked = guestWithAgent("asked", "# note of-the-asked\n");
        UUID disk = disk(new byte[0], 0);
        DesiredAttachment data = DesiredThings.attachment(disk, asked, "/srv/live 1", 1);
        hypervisor.attach(data);
        says(asked, "MOUNTED vdb /srv/live 1 ext4 rw note=\\R");
        says(asked, "NOTED /srv/live 1 of-the-asked");
        hypervisor.detach(data.id());
        says(asked, "UNMOUNTED");

        DesiredVm alone = guest("alone", "");
        hypervisor.start(alone);
        says(alone, "READY");
        DesiredAttachment there = DesiredThings.attachment(disk, alone, "/srv/later", 1);
        hypervisor.attach(there);
        says(alone, "DEVICES .*disk=vdb");
        hypervisor.restart(DesiredThings.restarted(alone));
        says(alone, "READY[\\s\\S]*READY[\\s\\S]*MOUNTED vdb /srv/later ext4 rw note=of-the-asked");
    }

    /** Until it is plugged in again, whatever of it changes. */
    @Test
    void aDiskThatItsOwnerHasUnmountedStaysSo() throws IOException {
        DesiredVm owner = guestWithAgent("owner", "");
        DesiredAttachment data = DesiredThings.attachment(disk(new byte[0], 0), owner, "/srv/data", 1);
        hypervisor.attach(data);
        says(owner, "MOUNTED vdb /srv/data ext4 rw");
        String ignored = libvirt.virsh(
                "qemu-agent-command",
                "skyholm-" + owner.id(),
                "{\"execute\":\"guest-exec\",\"arguments\":{\"path\":\"/bin/umount\",\"arg\":[\"/srv/data\"]}}");
        says(owner, "UNMOUNTED");
        hypervisor.attach(DesiredThings.limited(data, new IoLimits(1000, 100)));
        // The guest does one thing after the other.
        hypervisor.attach(DesiredThings.attachment(disk(new byte[0], 0), owner, "/srv/more", 1));
        says(owner, "MOUNTED vdc /srv/more ext4 rw");
        assertThat(new Consoles(folder.resolve("consoles")).times(owner, "MOUNTED vdb"))
                .isOne();
    }

    private DesiredVm guestWithAgent(String name, String userData) throws IOException {
        DesiredVm guest = guest(name, "# agent\n" + userData);
        hypervisor.start(guest);
        assertThat(BoundedWait.waitUntil(() -> isAnsweredBy(guest), Duration.ofSeconds(60)))
                .isTrue();
        return guest;
    }

    private boolean isAnsweredBy(DesiredVm guest) {
        return libvirt.virsh("dumpxml", "skyholm-" + guest.id()).contains("'org.qemu.guest_agent.0' state='connected'");
    }

    /** Whatever it is, and wherever on the disk. */
    @Test
    void aDiskWithBytesIsLeftAsItIs() throws IOException {
        DesiredVm desired = guest("careful", "");
        UUID begun = disk("these are somebody's records".getBytes(US_ASCII), 0);
        UUID ended = disk(new byte[] {'\n'}, DISK_BYTES - 1);
        UUID blank = disk(new byte[0], 0);
        hypervisor.attach(DesiredThings.attachment(begun, desired, "/a", 1));
        hypervisor.attach(DesiredThings.attachment(ended, desired, "/b", 1));
        hypervisor.attach(DesiredThings.attachment(blank, desired, "/c", 1));
        byte[] before = Files.readAllBytes(file(begun));
        byte[] too = Files.readAllBytes(file(ended));
        hypervisor.start(desired);
        // They are looked at in the order of their places.
        says(desired, "MOUNTED vdd /c ext4 rw");
        assertThat(Files.readAllBytes(file(begun))).isEqualTo(before);
        assertThat(Files.readAllBytes(file(ended))).isEqualTo(too);
    }

    private DesiredVm guest(String name, String userData) throws IOException {
        UUID bootDisk = UUID.randomUUID();
        Path made = Files.copy(RealLibvirt.guestDisk(), file(bootDisk));
        assertThat(made).isNotEmptyFile();
        DesiredVm desired =
                DesiredThings.booting(DesiredThings.machine(name).withBootDisk(bootDisk), userData, "$6$salt$hash");
        hypervisor.define(desired);
        return desired;
    }

    private UUID disk(byte[] bytes, int at) throws IOException {
        UUID disk = UUID.randomUUID();
        byte[] all = new byte[DISK_BYTES];
        System.arraycopy(bytes, 0, all, at, bytes.length);
        assertThat(Files.write(file(disk), all)).exists();
        return disk;
    }

    private void says(DesiredVm guest, String expected) {
        new Consoles(folder.resolve("consoles")).say(guest, expected);
    }
}
