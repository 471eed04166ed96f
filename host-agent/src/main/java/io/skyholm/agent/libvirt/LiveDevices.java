package io.skyholm.agent.libvirt;

import io.skyholm.agent.guest.GuestAgent;
import io.skyholm.agent.hypervisor.HypervisorProblem;
import io.skyholm.agent.hypervisor.Pause;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.libvirt.Domain;
import org.libvirt.LibvirtException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3c.dom.Element;

/** What a domain that runs is plugged into at this moment. */
record LiveDevices(Domains domains, Domain domain, DomainDevices all) {

    private static final Logger LOG = LoggerFactory.getLogger(LiveDevices.class);

    private static final int LIVE = 1;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    /** How long an agent is waited for with each answer. */
    private static final int AGENT_SECONDS = 3;

    /**
     * Plugs in a device unless it is already, and says whether it did. What the domain has is asked, and not what was noted of it, since a killed agent may have noted
     * less. One that is to be used in another way comes out first, which takes a guest that lets go.
     */
    boolean plug(DomainDevice device, Runnable beforeItGoes) throws LibvirtException {
        Optional<Element> there = find(device.alias());
        if (there.isPresent()) {
            if (isAlike(there.get(), XmlTree.read(device.xml().toString()))) {
                return false;
            }
            beforeItGoes.run();
            takeOut(there.get());
        }
        open(device, () -> domain.attachDeviceFlags(device.xml().toString(), LIVE));
        return true;
    }

    private static boolean isAlike(Element there, Element wanted) {
        return place(there).equals(place(wanted))
                && Stream.of("readonly", "shareable").allMatch(use -> isSaid(use, there) == isSaid(use, wanted));
    }

    /** A file, or the name of an image in Ceph. */
    static String place(Element device) {
        return XmlTree.first(device, "source")
                .map(source -> source.getAttribute("file") + source.getAttribute("name"))
                .orElse("");
    }

    private static boolean isSaid(String use, Element disk) {
        return XmlTree.first(disk, use).isPresent();
    }

    /** Gives a disk these limits unless it has them. */
    void limit(String alias, DiskLimits limits) throws LibvirtException {
        Element disk = find(alias).orElse(null);
        if (disk != null && !DiskLimits.of(disk).equals(limits)) {
            domains.connect().limit(domain, target(disk).orElseThrow(), limits);
        }
    }

    /** Takes a device away that is there, and returns when the guest has let go of it. */
    void unplug(String alias, Runnable beforeItGoes) throws LibvirtException {
        Optional<Element> there = find(alias);
        if (there.isPresent()) {
            beforeItGoes.run();
            takeOut(there.get());
        }
    }

    private void takeOut(Element device) throws LibvirtException {
        String alias = alias(device);
        domain.detachDeviceFlags(XmlTree.write(device), LIVE);
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (find(alias).isPresent()) {
            if (System.nanoTime() > until) {
                throw HypervisorProblem.notYet(
                        "The guest has not let go of the device yet; it does when the machine is stopped");
            }
            Pause.of(BETWEEN_LOOKS, "The guest has not let go of the device yet");
        }
    }

    /** Has the drive hold something else, or nothing: the guest is asked to let go of what it holds. */
    void load(DomainDevice drive) throws LibvirtException {
        if (find(drive.alias()).isEmpty()) {
            throw HypervisorProblem.notYet("The machine has a drive once it has been stopped and started");
        }
        open(drive, () -> domain.updateDeviceFlags(drive.xml().toString(), LIVE));
    }

    private void open(DomainDevice device, DiskSecrets.Opening opening) throws LibvirtException {
        all.open(domains, List.of(device), opening);
    }

    /** Brings the ports of a domain to those that it is to have. */
    void match(List<DomainDevice> ports) throws LibvirtException {
        Set<String> wanted = ports.stream().map(DomainDevice::alias).collect(Collectors.toSet());
        for (Element device : devices()) {
            String alias = alias(device);
            if (DomainDevice.isPort(alias) && !wanted.contains(alias)) {
                takeOut(device);
            }
        }
        for (DomainDevice port : ports) {
            boolean ignored = plug(port, () -> {});
        }
    }

    /** That of its guest, which may have none. */
    GuestAgent agent() {
        return new GuestAgent(this::ask);
    }

    private Optional<String> ask(String command) {
        try {
            return Optional.ofNullable(domain.qemuAgentCommand(command, AGENT_SECONDS, 0));
        } catch (LibvirtException failure) {
            LOG.debug("The guest's agent does not answer", failure);
            return Optional.empty();
        }
    }

    /** The names that its disks have. */
    Set<String> targets() throws LibvirtException {
        return devices().stream().flatMap(device -> target(device).stream()).collect(Collectors.toSet());
    }

    private static Optional<String> target(Element device) {
        return XmlTree.first(device, "target").map(target -> target.getAttribute("dev"));
    }

    boolean has(DomainDevice device) throws LibvirtException {
        return find(device.alias()).isPresent();
    }

    private Optional<Element> find(String alias) throws LibvirtException {
        return devices().stream().filter(device -> alias(device).equals(alias)).findFirst();
    }

    private List<Element> devices() throws LibvirtException {
        Element live = XmlTree.read(domain.getXMLDesc(0));
        return Stream.concat(XmlTree.all(live, "disk").stream(), XmlTree.all(live, "interface").stream())
                .toList();
    }

    private static String alias(Element device) {
        return XmlTree.first(device, "alias")
                .map(element -> element.getAttribute("name"))
                .orElse("");
    }
}
