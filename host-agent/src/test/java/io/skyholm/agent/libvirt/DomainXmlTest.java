package io.skyholm.agent.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.agent.hypervisor.Attachment;
import io.skyholm.agent.hypervisor.Machine;
import io.skyholm.agent.testing.DesiredThings;
import io.skyholm.events.host.DesiredVm;
import io.skyholm.events.host.IoLimits;
import io.skyholm.events.storage.MountMode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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
    void itsConsoleIsAppendedToItsFile() {
        Element serial = XmlTree.first(written(VirtType.QEMU), "serial").orElseThrow();
        Element source = XmlTree.first(serial, "source").orElseThrow();
        assertThat(source.getAttribute("path"))
                .isEqualTo(FOLDER.resolve(desired.id() + ".console").toString());
        assertThat(source.getAttribute("append")).isEqualTo("on");
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

    private static Element written(Attachment attachment, String file) {
        return XmlTree.read(DomainDevice.dataDisk(attachment, FOLDER.resolve(file), "vdb")
                .xml()
                .toString());
    }

    @Test
    void thereAreNamesForMoreDisksThanLetters() {
        assertThat(DomainDevices.target(0)).isEqualTo("vda");
        assertThat(DomainDevices.target(25)).isEqualTo("vdz");
        assertThat(DomainDevices.target(26)).isEqualTo("vdaa");
        assertThat(DomainDevices.target(53)).isEqualTo("vdbb");
    }

    @Test
    void aTapRemembersItsPortAndFitsItsDevice() {
        Tap tap = new Tap(UUID.randomUUID(), 7, "02:00:00:00:00:01", Instant.parse("2026-11-29T08:00:00.123456789Z"));
        assertThat(Tap.read(tap.alias() + "\n")).contains(tap);
        assertThat(tap.alias()).hasSizeLessThan(255);
        assertThat(tap.device()).hasSize(15);
        assertThat(Tap.read("")).isEmpty();
        assertThat(Tap.read("skyholm-port no id 02:00:00:00:00:01 now")).isEmpty();
    }

    private Element written(VirtType type) {
        LibvirtSettings settings = new LibvirtSettings("test:///default", type, FOLDER, FOLDER, Duration.ofSeconds(1));
        return XmlTree.read(new DomainXml(settings, new ConsoleLogs(FOLDER)).atRest(metadata));
    }
}
