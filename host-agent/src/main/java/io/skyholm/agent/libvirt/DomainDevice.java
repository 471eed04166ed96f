package io.skyholm.agent.libvirt;

import java.nio.file.Path;
import java.util.UUID;

/**
 * A disk or a port as a domain has it.
 *
 * @param alias by which it is found again in the domain, whatever libvirt adds to it
 */
record DomainDevice(String alias, XmlElement xml) {

    /** Whatever begins so is ours, and libvirt leaves it as it is. */
    private static final String ALIAS = "ua-skyholm-";

    /** As many characters as the guest is shown of a virtio disk's serial number. */
    private static final int SERIAL_LENGTH = 20;

    /** The disk that a machine boots from. */
    static DomainDevice bootDisk(UUID id, Path file) {
        return disk(diskAlias("boot", id), id, file, "vda", true);
    }

    /** One that is attached to it. */
    static DomainDevice dataDisk(UUID attachment, UUID id, Path file, String target, boolean isWritten) {
        return disk(dataDiskAlias(attachment), id, file, target, isWritten);
    }

    static String dataDiskAlias(UUID attachment) {
        return diskAlias("disk", attachment);
    }

    static boolean isPort(String alias) {
        return alias.startsWith(ALIAS + "port-");
    }

    private static String diskAlias(String kind, UUID id) {
        return ALIAS + kind + "-" + id;
    }

    private static DomainDevice disk(String alias, UUID id, Path file, String target, boolean isWritten) {
        XmlElement disk = XmlElement.of("disk", XmlElement.of("source").with("file", file.toString()))
                .with("type", "file")
                .with("device", "disk")
                .and(XmlElement.of("driver")
                        .with("name", "qemu")
                        .with("type", "raw")
                        .with("cache", "none")
                        .with("discard", "unmap"))
                .and(XmlElement.of("target").with("dev", target).with("bus", "virtio"))
                .and(XmlElement.of("serial", serial(id)))
                .and(XmlElement.of("alias").with("name", alias));
        return new DomainDevice(alias, isWritten ? disk : disk.and(XmlElement.of("readonly")));
    }

    /** Its end, which no two disks share: the beginning says when it was made. */
    private static String serial(UUID id) {
        String digits = id.toString().replace("-", "");
        return digits.substring(digits.length() - SERIAL_LENGTH);
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
