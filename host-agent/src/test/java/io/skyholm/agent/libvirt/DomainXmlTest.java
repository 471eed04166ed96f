package io.skyholm.agent.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.agent.hypervisor.Attachment;
import io.skyholm.agent.hypervisor.Machine;
import io.skyholm.agent.libvirt.DiskSecrets.DiskSecret;
import io.skyholm.agent.libvirt.serial.ConsoleLogs;
import io.skyholm.agent.libvirt.serial.SerialSockets;
import io.skyholm.agent.network.NetworkSettings;
import io.skyholm.agent.pool.DiskPlaces.Found;
import io.skyholm.agent.pool.DiskPlaces.InCeph;
import io.skyholm.agent.testing.DesiredThings;
import io.skyholm.events.host.DesiredAttachment;
import io.skyholm.events.host.DesiredVm;
import io.skyholm.events.host.IoLimits;
import io.skyholm.events.host.Medium;
import io.skyholm.events.storage.MountMode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class DomainXmlTest {

    private static final Path FOLDER = Path.of("/srv/consoles");

    private final DesiredVm desired = DesiredThings.machine("<web> & 'co'");
    private final DomainMetadata metadata = new DomainMetadata(
            Machine.of(desired),
            List.of(new Attachment(UUID.randomUUID(), 3, UUID.randomUUID(), desired.id(), MountMode.RO)));

    @Test
    void whatIsRememberedIsReadAsItWasWritten() {
        assertThat(DomainMetadata.of(written(VirtType.QEMU))).contains(metadata);
    }

    @Test
    void aDomainWithoutOurElementOrWithAnotherTextInItIsSomebodyElses() {
        assertThat(DomainMetadata.of(XmlTree.read("<domain><metadata/></domain>")))
                .isEmpty();
        assertThat(DomainMetadata.of(XmlTree.read("<domain><metadata><machine xmlns='" + DomainMetadata.NAMESPACE
                        + "'>a note</machine></metadata></domain>")))
                .isEmpty();
    }

    @Test
    void howGuestsAreRunIsAsItWasSaid() {
        assertThat(written(VirtType.QEMU).getAttribute("type")).isEqualTo("qemu");
        assertThat(XmlTree.first(written(VirtType.QEMU), "tb-cache")).isPresent();
        assertThat(written(VirtType.KVM).getAttribute("type")).isEqualTo("kvm");
        assertThat(XmlTree.first(written(VirtType.KVM), "tb-cache")).isEmpty();
    }

    @Test
    void itsConsoleIsAppendedToItsFileAndTypedIntoByASocket() {
        Element serial = XmlTree.first(written(VirtType.QEMU), "serial").orElseThrow();
        Element source = XmlTree.first(serial, "source").orElseThrow();
        assertThat(source.getAttribute("path"))
                .isEqualTo(
                        new SerialSockets(FOLDER).of(desired.id()).orElseThrow().toString());
        assertThat(source.getAttribute("mode")).isEqualTo("bind");
        Element log = XmlTree.first(serial, "log").orElseThrow();
        assertThat(log.getAttribute("file"))
                .isEqualTo(FOLDER.resolve(desired.id() + ".console").toString());
        assertThat(log.getAttribute("append")).isEqualTo("on");
    }

    /** Linux names no socket by so long a path; what guests write is kept all the same. */
    @Test
    void inAFolderTooDeepForASocketItsConsoleIsAppendedToItsFile() {
        Path deep = FOLDER.resolve("d".repeat(100));
        Element serial =
                XmlTree.first(written(VirtType.QEMU, metadata, deep), "serial").orElseThrow();
        assertThat(serial.getAttribute("type")).isEqualTo("file");
        Element source = XmlTree.first(serial, "source").orElseThrow();
        assertThat(source.getAttribute("path"))
                .isEqualTo(FOLDER.resolve(desired.id() + ".console").toString());
    }

    @Test
    void aDiskThatIsOnlyReadIsPluggedInSo() {
        UUID disk = UUID.fromString("0199aaaa-bbbb-7ccc-8ddd-eeeeffff0001");
        Attachment readOnly = new Attachment(UUID.randomUUID(), 1, disk, desired.id(), MountMode.RO);
        Element written = written(readOnly, "a&b");
        assertThat(XmlTree.first(written, "readonly")).isPresent();
        assertThat(XmlTree.first(written, "source").orElseThrow().getAttribute("file"))
                .isEqualTo("/srv/consoles/a&b");
        assertThat(XmlTree.first(written, "serial").orElseThrow().getTextContent())
                .isEqualTo("7ccc8dddeeeeffff0001");
    }

    @Test
    void aDiskThatOthersMayHaveTooSaysSoHoweverItIsUsed() {
        DesiredAttachment alone = DesiredThings.attachment(UUID.randomUUID(), desired);
        DesiredAttachment shared = DesiredThings.attachment(UUID.randomUUID(), desired, "/srv/shared", 2);
        assertThat(XmlTree.first(written(Attachment.of(alone), "alone"), "shareable"))
                .isEmpty();
        for (DesiredAttachment use : List.of(shared, DesiredThings.readOnly(shared))) {
            assertThat(XmlTree.first(written(Attachment.of(use), "shared"), "shareable"))
                    .isPresent();
        }
    }

    @Test
    void aDiskHasTheLimitsOfItsAttachment() {
        for (IoLimits limits : List.of(new IoLimits(500, 4096), new IoLimits(7, null), new IoLimits(null, 20))) {
            Attachment limited =
                    new Attachment(UUID.randomUUID(), 1, UUID.randomUUID(), desired.id(), MountMode.RW, limits);
            assertThat(DiskLimits.of(written(limited, "limited"))).isEqualTo(DiskLimits.of(limits));
        }
        assertThat(DiskLimits.of(new IoLimits(500, 4096))).isEqualTo(new DiskLimits(500, 4L << 30));
        Attachment free = new Attachment(UUID.randomUUID(), 1, UUID.randomUUID(), desired.id(), MountMode.RW);
        assertThat(DiskLimits.of(written(free, "free"))).isEqualTo(new DiskLimits(0, 0));
        assertThat(DiskLimits.of(XmlTree.read("<disk/>"))).isEqualTo(new DiskLimits(0, 0));
    }

    @Test
    void aBootDiskHasTheLimitsOfItsMachine() {
        IoLimits limits = new IoLimits(500, 4096);
        String disk = DomainDevice.bootDisk(
                        UUID.randomUUID(), Found.plain(FOLDER.resolve("boot")), DiskLimits.of(limits))
                .xml()
                .toString();
        assertThat(DiskLimits.of(XmlTree.read(disk))).isEqualTo(DiskLimits.of(limits));
    }

    private static Element written(Attachment attachment, String file) {
        return XmlTree.read(DomainDevice.dataDisk(attachment, Found.plain(FOLDER.resolve(file)), "vdb")
                .xml()
                .toString());
    }

    /** What is defined stays in libvirt's files. */
    @Test
    void anEncryptedDiskRefersToWhatOpensItAndDoesNotSayIt() {
        Attachment attachment = new Attachment(UUID.randomUUID(), 1, UUID.randomUUID(), desired.id(), MountMode.RW);
        Found file = new Found(FOLDER.resolve("a.raw.luks"), "passphrase-of-the-disk");
        for (DomainDevice device : List.of(
                DomainDevice.dataDisk(attachment, file, "vdb"),
                DomainDevice.bootDisk(attachment.id(), file, DiskLimits.of((IoLimits) null)),
                DomainDevice.drive(attachment, file))) {
            Element source = XmlTree.first(XmlTree.read(device.xml().toString()), "source")
                    .orElseThrow();
            assertThat(XmlTree.first(source, "encryption").orElseThrow().getAttribute("format"))
                    .isEqualTo("luks");
            assertThat(XmlTree.first(source, "secret").orElseThrow().getAttribute("uuid"))
                    .isEqualTo(attachment.id().toString());
            assertThat(device.toString()).doesNotContain("passphrase-of-the-disk");
            assertThat(device.secrets())
                    .containsExactly(DiskSecret.passphrase(attachment.id(), "passphrase-of-the-disk"));
        }
        assertThat(XmlTree.all(written(attachment, "plain"), "encryption")).isEmpty();
    }

    @Test
    void aDiskInCephIsOpenedAtItsMonitorsByAKeyThatIsNotSaid() {
        Attachment attachment = new Attachment(UUID.randomUUID(), 1, UUID.randomUUID(), desired.id(), MountMode.RW);
        InCeph image =
                new InCeph(List.of("10.0.0.1:3300", "v2:[fd00::1]:6789"), "disks", "disk.1", "host-1", "c2VjcmV0");
        for (DomainDevice device : List.of(
                DomainDevice.dataDisk(attachment, new Found(image, "what-opens-it"), "vdb"),
                DomainDevice.drive(attachment, new Found(image, "what-opens-it")))) {
            Element disk = XmlTree.read(device.xml().toString());
            assertThat(disk.getAttribute("type")).isEqualTo("network");
            assertThat(XmlTree.first(disk, "source").orElseThrow().getAttribute("name"))
                    .isEqualTo("disks/disk.1");
            assertThat(XmlTree.all(disk, "host").stream()
                            .map(host -> host.getAttribute("name") + " " + host.getAttribute("port")))
                    .containsExactly("10.0.0.1 3300", "fd00::1 6789");
            assertThat(XmlTree.first(disk, "auth").orElseThrow().getAttribute("username"))
                    .isEqualTo("host-1");
            assertThat(XmlTree.all(disk, "secret").stream().map(secret -> secret.getAttribute("uuid")))
                    .containsExactlyElementsOf(device.secrets().reversed().stream()
                            .map(secret -> secret.id().toString())
                            .toList());
            assertThat(device.secrets())
                    .containsExactly(
                            DiskSecret.passphrase(attachment.id(), "what-opens-it"),
                            DiskSecret.ofCeph(attachment.id(), "c2VjcmV0"));
            assertThat(device.toString()).doesNotContain("c2VjcmV0", "what-opens-it");
        }
        assertThat(new Found(image, "what-opens-it").toString()).isEqualTo("disks/disk.1");
    }

    @Test
    void aMachineHasADriveWhateverIsInIt() {
        Element empty = XmlTree.read(DomainDevice.emptyDrive().xml().toString());
        Element full = XmlTree.read(DomainDevice.drive(medium(false), Found.plain(FOLDER.resolve("a&b")))
                .xml()
                .toString());
        assertThat(XmlTree.first(empty, "source")).isEmpty();
        assertThat(XmlTree.first(full, "source").orElseThrow().getAttribute("file"))
                .isEqualTo("/srv/consoles/a&b");
        assertThat(List.of(empty, full)).allSatisfy(drive -> {
            assertThat(drive.getAttribute("device")).isEqualTo("cdrom");
            assertThat(XmlTree.first(drive, "readonly")).isPresent();
        });
    }

    @Test
    void aMachineBootsFromItsDriveFirstIfThatIsWanted() {
        assertThat(bootOrder(metadata)).containsExactly("hd", "cdrom");
        assertThat(bootOrder(metadata.with(medium(false)))).containsExactly("hd", "cdrom");
        DomainMetadata installing = metadata.with(medium(true));
        assertThat(bootOrder(installing)).containsExactly("cdrom", "hd");
        assertThat(installing.disks()).isEqualTo(metadata.attachments());
    }

    private Attachment medium(boolean bootsFirst) {
        return new Attachment(
                UUID.randomUUID(),
                1,
                UUID.randomUUID(),
                desired.id(),
                MountMode.RO,
                null,
                new Medium(bootsFirst),
                1,
                null);
    }

    private List<String> bootOrder(DomainMetadata of) {
        return XmlTree.all(written(VirtType.QEMU, of), "boot").stream()
                .map(boot -> boot.getAttribute("dev"))
                .toList();
    }

    @Test
    void thereAreNamesForMoreDisksThanLetters() {
        assertThat(DomainDevices.target(0)).isEqualTo("vda");
        assertThat(DomainDevices.target(25)).isEqualTo("vdz");
        assertThat(DomainDevices.target(26)).isEqualTo("vdaa");
        assertThat(DomainDevices.target(53)).isEqualTo("vdbb");
    }

    private Element written(VirtType type) {
        return written(type, metadata);
    }

    private static Element written(VirtType type, DomainMetadata metadata) {
        return written(type, metadata, FOLDER);
    }

    private static Element written(VirtType type, DomainMetadata metadata, Path lines) {
        LibvirtSettings settings = new LibvirtSettings(
                "test:///default", type, FOLDER, FOLDER, NetworkSettings.ALONE, Duration.ofSeconds(1));
        return XmlTree.read(
                new DomainXml(settings, new ConsoleLogs(FOLDER), new SerialSockets(lines)).atRest(metadata));
    }
}
