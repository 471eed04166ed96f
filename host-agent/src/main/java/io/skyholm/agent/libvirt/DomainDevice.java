package io.skyholm.agent.libvirt;

import io.skyholm.agent.hypervisor.Attachment;
import io.skyholm.agent.hypervisor.DiskSerial;
import io.skyholm.agent.libvirt.DiskSecrets.DiskSecret;
import io.skyholm.agent.network.Tap;
import io.skyholm.agent.pool.DiskPlaces.Found;
import io.skyholm.agent.pool.DiskPlaces.InCeph;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A disk or a port as a domain has it.
 *
 * @param alias by which it is found again in the domain, whatever libvirt adds to it
 * @param opened the disk that it is; null for what is none
 */
record DomainDevice(String alias, XmlElement xml, @Nullable OpenedDisk opened) {

    /** Whatever begins so is ours, and libvirt leaves it as it is. */
    private static final String ALIAS = "ua-skyholm-";

    private DomainDevice(String alias, XmlElement xml) {
        this(alias, xml, null);
    }

    /** What opens a disk, to which its XML refers. */
    List<DiskSecret> secrets() {
        return opened == null ? List.of() : opened.secrets();
    }

    /** The image that is opened in Ceph, if one is. */
    Optional<InCeph> image() {
        return opened != null && opened.found().place() instanceof InCeph image ? Optional.of(image) : Optional.empty();
    }

    /** The disk that a machine boots from. */
    static DomainDevice bootDisk(UUID id, Found found, DiskLimits limits) {
        String alias = bootDiskAlias(id);
        OpenedDisk opened = new OpenedDisk(id, found);
        return new DomainDevice(alias, disk(alias, id, opened, "vda").and(limits.xml()), opened);
    }

    /** One that is attached to it. */
    static DomainDevice dataDisk(Attachment attachment, Found found, String target) {
        String alias = dataDiskAlias(attachment.id());
        OpenedDisk opened = new OpenedDisk(attachment.id(), found);
        XmlElement disk = disk(alias, attachment.diskId(), opened, target)
                .and(DiskLimits.of(attachment.limits()).xml());
        return new DomainDevice(alias, disk.and(uses(attachment)), opened);
    }

    /** QEMU lets no other open what one of its machines writes to, not to read it either, unless both say that they share it. */
    private static List<XmlElement> uses(Attachment attachment) {
        List<XmlElement> uses = new ArrayList<>();
        if (!attachment.mayWrite()) {
            uses.add(XmlElement.of("readonly"));
        }
        if (attachment.sharesDisk()) {
            uses.add(XmlElement.of("shareable"));
        }
        return uses;
    }

    /** The drive of a machine, which it always has: none can be plugged in while it runs. */
    static DomainDevice emptyDrive() {
        return new DomainDevice(ALIAS + "drive", drive().with("type", "file"));
    }

    /** The same with that in it. */
    static DomainDevice drive(Attachment medium, Found found) {
        OpenedDisk opened = new OpenedDisk(medium.id(), found);
        return new DomainDevice(
                ALIAS + "drive", drive().with("type", opened.type()).and(opened.source()), opened);
    }

    private static XmlElement drive() {
        return XmlElement.of(
                        "disk",
                        XmlElement.of("driver").with("name", "qemu").with("type", "raw"),
                        XmlElement.of("target").with("dev", "sda").with("bus", "sata"),
                        XmlElement.of("readonly"),
                        XmlElement.of("alias").with("name", ALIAS + "drive"))
                .with("device", "cdrom");
    }

    static String bootDiskAlias(UUID disk) {
        return diskAlias("boot", disk);
    }

    static String dataDiskAlias(UUID attachment) {
        return diskAlias("disk", attachment);
    }

    static boolean isPort(String alias) {
        return alias.startsWith(ALIAS + "port-");
    }

    /** What its guest is told when it boots, as a CD: it takes no name from the disks, and comes behind the drive, from which a guest may boot. */
    static DomainDevice seed(Path file) {
        String alias = ALIAS + "seed";
        return new DomainDevice(
                alias,
                XmlElement.of("disk", XmlElement.of("source").with("file", file.toString()))
                        .with("type", "file")
                        .with("device", "cdrom")
                        .and(XmlElement.of("driver").with("name", "qemu").with("type", "raw"))
                        .and(XmlElement.of("target").with("dev", "sdb").with("bus", "scsi"))
                        .and(XmlElement.of("readonly"))
                        .and(XmlElement.of("alias").with("name", alias)));
    }

    private static String diskAlias(String kind, UUID id) {
        return ALIAS + kind + "-" + id;
    }

    private static XmlElement disk(String alias, UUID id, OpenedDisk opened, String target) {
        return XmlElement.of("disk", opened.source())
                .with("type", opened.type())
                .with("device", "disk")
                .and(XmlElement.of("driver")
                        .with("name", "qemu")
                        .with("type", "raw")
                        .with("cache", "none")
                        .with("discard", "unmap"))
                .and(XmlElement.of("target").with("dev", target).with("bus", "virtio"))
                .and(XmlElement.of("serial", DiskSerial.of(id)))
                .and(XmlElement.of("alias").with("name", alias));
    }

    /** The tap is there before its machine, and stays when that goes. */
    static DomainDevice port(Tap tap) {
        String alias = ALIAS + "port-" + tap.port();
        return new DomainDevice(
                alias,
                XmlElement.of(
                                "interface",
                                XmlElement.of("mac").with("address", tap.macAddress()),
                                XmlElement.of("target")
                                        .with("dev", tap.device())
                                        .with("managed", "no"),
                                XmlElement.of("model").with("type", "virtio"),
                                XmlElement.of("alias").with("name", alias))
                        .with("type", "ethernet"));
    }
}
