package io.skyholm.agent.libvirt;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.agent.attachment.DiskUse;
import io.skyholm.agent.hypervisor.HostSize;
import io.skyholm.agent.hypervisor.Machine;
import io.skyholm.agent.pool.BytesTarget;
import io.skyholm.agent.pool.FileBytes;
import io.skyholm.agent.pool.ObjectDraftFolder;
import io.skyholm.agent.pool.folder.FolderPool;
import io.skyholm.agent.pool.folder.OpenedFiles;
import io.skyholm.agent.pool.luks.DiskKeyring;
import io.skyholm.agent.pool.luks.DiskKeys;
import io.skyholm.agent.pool.luks.LuksDisk;
import io.skyholm.agent.testing.DesiredThings;
import io.skyholm.events.host.DesiredAttachment;
import io.skyholm.events.host.DesiredVm;
import io.skyholm.events.host.DiskSource;
import io.skyholm.events.storage.DiskFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** A guest whose disks are encrypted on its host: it boots from one, and reads and writes others. */
@EnabledIfSystemProperty(named = RealLibvirt.WANTED, matches = "true")
class EncryptedGuestTest {

    private static final String MARK = "skyholm-mark-please-answer";
    private static final String ANSWER = "skyholm-answer-of-the-guest";
    private static final long MIB = 1 << 20;

    private final RealLibvirt libvirt = RealLibvirt.one();
    private final DiskKeyring keyring = new DiskKeyring();
    private final UUID bootDisk = UUID.randomUUID();
    private final DesiredVm desired = DesiredThings.machine("encrypted").withBootDisk(bootDisk);
    private final Path folder;
    private final Path disks;
    private final FolderPool pool;
    private final LibvirtHypervisor hypervisor;
    private final DiskUse use;

    EncryptedGuestTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.disks = folder.resolve("disks");
        Path store = Files.createDirectory(folder.resolve("store"));
        this.pool = new FolderPool(disks, this::image, new ObjectDraftFolder(store));
        this.hypervisor = new LibvirtHypervisor(
                libvirt.settings(folder.resolve("consoles")),
                new HostSize(8, 32, 500, 0, null),
                new OpenedFiles(pool, keyring));
        this.use = new DiskUse(hypervisor, pool, keyring);
    }

    /** That of the guest, or what a disk begins with that the guest is to answer. */
    private long image(DiskSource source, BytesTarget target, long sizeBytes) throws IOException {
        return source.objectId().equals(bootDisk)
                ? RealLibvirt.writeGuest(target)
                : target.write(ByteBuffer.wrap(MARK.getBytes(US_ASCII)), 0);
    }

    @AfterEach
    void removeAll() {
        hypervisor.machines().stream().map(Machine::id).forEach(hypervisor::remove);
        hypervisor.close();
    }

    @Test
    void itBootsFromAnEncryptedDiskAndSeesTheBytesOfOthersThatComeAndGo() throws IOException {
        create(bootDisk, 64 * MIB);
        use.boot(desired, () -> hypervisor.define(desired));
        hypervisor.start(desired);
        says("READY");
        DesiredAttachment data = DesiredThings.attachment(create(UUID.randomUUID(), 8 * MIB), desired);
        use.attach(data);
        says("DEVICES .*disk=vdb:\\S+:16384:0");
        says("MARK vdb " + MARK);
        DesiredAttachment readOnly =
                DesiredThings.readOnly(DesiredThings.attachment(create(UUID.randomUUID(), 4 * MIB), desired));
        use.attach(readOnly);
        says("MARK vdc " + MARK);
        hypervisor.detach(data.id());
        says("DEVICES disk=vda:\\S+ disk=vdc:\\S+ *\\R");

        assertThat(plain(data.diskId())).contains(MARK).contains(ANSWER);
        assertThat(plain(readOnly.diskId())).contains(MARK).doesNotContain(ANSWER);
        for (UUID disk : List.of(bootDisk, data.diskId(), readOnly.diskId())) {
            byte[] lying = Files.readAllBytes(file(disk));
            assertThat(new String(lying, 0, 4, US_ASCII)).isEqualTo("LUKS");
            assertThat(new String(lying, US_ASCII)).doesNotContain(MARK, ANSWER, "busybox");
        }

        String process = libvirt.qemu(desired.id()).orElseThrow();
        assertThat(Files.readString(Path.of("/proc", process, "cmdline"))).doesNotContain(passphrase());
        assertThat(libvirt.virsh("dumpxml", "--security-info", "skyholm-" + desired.id()))
                .contains("encryption")
                .doesNotContain(passphrase());
        assertThat(libvirt.virsh("secret-list")).isBlank();

        hypervisor.stop(desired);
        hypervisor.start(desired);
        says("READY[\\s\\S]*READY[\\s\\S]*MARK vdb " + MARK);
        DesiredAttachment medium =
                DesiredThings.inDrive(DesiredThings.attachment(create(UUID.randomUUID(), 4 * MIB), desired), false);
        use.attach(medium);
        assertThat(libvirt.virsh("domblklist", "skyholm-" + desired.id()))
                .contains(file(medium.diskId()).toString());
        hypervisor.detach(medium.id());
        assertThat(libvirt.virsh("secret-list")).isBlank();
    }

    /** An agent that was started again has not read yet what it was told. */
    @Test
    void itIsNotStartedWithAKeyThatIsNotThereOrIsAnothers() {
        create(bootDisk, 64 * MIB);
        use.boot(desired, () -> hypervisor.define(desired));
        keyring.put(bootDisk, null);
        assertThatThrownBy(() -> hypervisor.start(desired)).hasMessageContaining("The key of disk");
        keyring.put(bootDisk, new DiskKeys(1, "e".repeat(64), List.of()));
        assertThatThrownBy(() -> hypervisor.start(desired)).hasMessageContaining("cannot be started");
        assertThat(libvirt.virsh("secret-list")).isBlank();
        keyring.put(bootDisk, keys());
        hypervisor.start(desired);
        says("READY");
    }

    private UUID create(UUID disk, long sizeBytes) {
        keyring.put(disk, keys());
        pool.create(disk, sizeBytes, new DiskSource(disk, DiskFormat.RAW, ""), keys());
        return disk;
    }

    private static DiskKeys keys() {
        return new DiskKeys(1, passphrase(), List.of());
    }

    private static String passphrase() {
        return "d".repeat(64);
    }

    private Path file(UUID disk) {
        return disks.resolve(disk + ".raw.luks");
    }

    /** The first bytes of a disk, as its key shows them to somebody else than QEMU. */
    private String plain(UUID disk) throws IOException {
        byte[] bytes = new byte[4096];
        try (FileChannel lying = FileChannel.open(file(disk))) {
            new LuksDisk(new FileBytes(lying)).bytes(keys()).read(bytes, 0);
        }
        return new String(bytes, US_ASCII);
    }

    private void says(String expected) {
        new Consoles(folder.resolve("consoles")).say(desired, expected);
    }
}
