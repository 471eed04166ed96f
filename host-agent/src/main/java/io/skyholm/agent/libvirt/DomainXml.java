package io.skyholm.agent.libvirt;

import io.skyholm.agent.hypervisor.Attachment;
import io.skyholm.agent.hypervisor.Machine;
import io.skyholm.agent.libvirt.serial.ConsoleLogs;
import io.skyholm.agent.libvirt.serial.SerialSockets;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How a machine is written as a domain. */
record DomainXml(LibvirtSettings settings, ConsoleLogs consoles, SerialSockets serials) {

    /** As many devices can be plugged into a guest while it runs; each costs it a bit of its start. */
    private static final int SPARE_SLOTS = 8;

    /** What libvirt puts there itself: the memory balloon, the random numbers and the way to the guest's agent. */
    private static final int OWN_SLOTS = 3;

    /** Enough for the code of a guest's kernel: without a limit it is a fifth of the guest's memory. */
    private static final String TRANSLATED_MIB = "64";

    /** The definition of a machine that does not run: what it is plugged into is looked up when it starts. */
    String atRest(DomainMetadata metadata) {
        return withDevices(metadata, List.of());
    }

    String withDevices(DomainMetadata metadata, List<DomainDevice> devices) {
        Machine machine = metadata.machine();
        return XmlElement.of("domain")
                .with("type", settings.virtType().domainType())
                .and(XmlElement.of("uuid", machine.id().toString()))
                .and(XmlElement.of("name", "skyholm-" + machine.id()))
                .and(XmlElement.of("title", machine.name().replaceAll("\\R", " ")))
                .and(XmlElement.of("metadata", metadata.xml()))
                .and(XmlElement.of("memory", Integer.toString(machine.size().memoryGb()))
                        .with("unit", "GiB"))
                .and(XmlElement.of("vcpu", Integer.toString(machine.size().cpuCores())))
                .and(XmlElement.of(
                                "os",
                                XmlElement.of("type", "hvm")
                                        .with("arch", "x86_64")
                                        .with("machine", "q35"))
                        .and(bootOrder(metadata)))
                .and(features())
                .and(XmlElement.of("cpu").with("mode", settings.virtType().processor()))
                .and(XmlElement.of("clock").with("offset", "utc"))
                .and(XmlElement.of("on_poweroff", "destroy"))
                .and(XmlElement.of("on_reboot", "restart"))
                .and(XmlElement.of("on_crash", "destroy"))
                .and(devices(machine, devices))
                .toString();
    }

    /** A drive that holds nothing to boot from is passed over. */
    private static List<XmlElement> bootOrder(DomainMetadata metadata) {
        boolean bootsFromDrive =
                metadata.medium().filter(Attachment::bootsFirst).isPresent();
        return Stream.of(bootsFromDrive ? "cdrom" : "hd", bootsFromDrive ? "hd" : "cdrom")
                .map(device -> XmlElement.of("boot").with("dev", device))
                .toList();
    }

    private XmlElement features() {
        XmlElement features = XmlElement.of("features", XmlElement.of("acpi"), XmlElement.of("apic"));
        return settings.virtType() == VirtType.QEMU
                ? features.and(XmlElement.of(
                        "tcg", XmlElement.of("tb-cache", TRANSLATED_MIB).with("unit", "MiB")))
                : features;
    }

    private XmlElement devices(Machine machine, List<DomainDevice> devices) {
        return XmlElement.of(
                        "devices",
                        XmlElement.of("controller").with("type", "usb").with("model", "none"),
                        XmlElement.of("controller").with("type", "pci").with("model", "pcie-root"))
                .and(XmlElement.of("controller").with("type", "scsi").with("model", "virtio-scsi"))
                .and(slots(devices.size() + OWN_SLOTS + SPARE_SLOTS))
                .and(serial(machine.id()))
                .and(XmlElement.of(
                                "channel",
                                XmlElement.of("target").with("type", "virtio").with("name", "org.qemu.guest_agent.0"))
                        .with("type", "unix"))
                .and(XmlElement.of("memballoon").with("model", "virtio"))
                .and(XmlElement.of(
                                "rng", XmlElement.of("backend", "/dev/urandom").with("model", "random"))
                        .with("model", "virtio"))
                .and(devices.stream().map(DomainDevice::xml).toList());
    }

    /**
     * What the guest writes is kept in a file in either case. The socket is QEMU's: it takes one cable at a time, and goes on when that is
     * pulled, so an agent may end at any moment.
     */
    private XmlElement serial(UUID machine) {
        String log = consoles.of(machine).toString();
        return serials.of(machine)
                .map(socket -> XmlElement.of(
                                "serial",
                                XmlElement.of("source").with("mode", "bind").with("path", socket.toString()),
                                XmlElement.of("log").with("file", log).with("append", "on"))
                        .with("type", "unix"))
                .orElseGet(() -> XmlElement.of(
                                "serial",
                                XmlElement.of("source").with("path", log).with("append", "on"))
                        .with("type", "file"));
    }

    private static List<XmlElement> slots(int count) {
        return IntStream.range(0, count)
                .mapToObj(number ->
                        XmlElement.of("controller").with("type", "pci").with("model", "pcie-root-port"))
                .toList();
    }
}
