package io.skyholm.agent.libvirt;

import io.skyholm.agent.guest.Mounts;
import io.skyholm.agent.hypervisor.Attachment;
import io.skyholm.agent.hypervisor.HypervisorProblem;
import io.skyholm.agent.hypervisor.Machine;
import io.skyholm.events.host.DesiredAttachment;
import io.skyholm.events.host.DesiredVm;
import java.util.List;
import java.util.UUID;
import org.libvirt.LibvirtException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Changes of domains, each in an order in which it may be killed at any point: what is noted of a machine is never less than what it has, so that
 * nothing is said to be gone that a guest still uses.
 */
record DomainChanges(LibvirtLink link, DomainXml xml, DomainDevices devices) {

    private static final Logger LOG = LoggerFactory.getLogger(DomainChanges.class);

    /** With what was saved, the snapshots and the variables of its firmware. */
    private static final int WITH_ALL = 1 | 2 | 4;

    /** A change of a machine that is there. */
    @FunctionalInterface
    interface Change {

        void with(Domains domains, SeenDomain seen) throws LibvirtException;
    }

    void change(DesiredVm desired, String done, Change change) {
        link.change(desired.id(), "Machine " + desired.name() + " cannot be " + done, connection -> {
            Domains domains = connection.domains();
            SeenDomain seen = domains.seen(desired.id())
                    .orElseThrow(() -> new HypervisorProblem("There is no machine " + desired.name()));
            change.with(domains, seen);
        });
    }

    /** Notes what a machine is; one that runs goes on as it was started. */
    void keep(Domains domains, DomainMetadata metadata) throws LibvirtException {
        domains.define(xml.atRest(metadata));
    }

    /** The generation is noted last: until then it is known that something is left to do. */
    void defineAgain(Domains domains, SeenDomain seen, DesiredVm desired) throws LibvirtException {
        Machine defined = seen.machine().defined(desired);
        DomainMetadata whole = seen.own().with(defined);
        if (seen.isRunning()) {
            keep(domains, seen.own().with(defined.ofGeneration(seen.machine().generation())));
            List<DomainDevice> ports = devices.ports(defined);
            live(domains, seen.id(), live -> {
                live.match(ports);
                limitBootDisk(live, defined);
            });
        }
        keep(domains, whole);
    }

    private static void limitBootDisk(LiveDevices live, Machine machine) throws LibvirtException {
        UUID disk = machine.bootDiskId();
        if (disk != null) {
            live.limit(DomainDevice.bootDiskAlias(disk), DiskLimits.of(machine.bootDiskLimits()));
        }
    }

    void start(Domains domains, DomainMetadata metadata) throws LibvirtException {
        UUID id = metadata.machine().id();
        List<DomainDevice> all = devices.all(metadata);
        domains.define(xml.withDevices(metadata, all));
        devices.open(domains, all, () -> create(domains, id));
    }

    private static void create(Domains domains, UUID id) throws LibvirtException {
        boolean ignored = domains.with(id, domain -> domain.create()).isPresent();
    }

    /** A domain that another made is left as it is. What goes with the machine goes while it is still known that there was one. */
    void remove(Domains domains, UUID id, Runnable beforeItIsForgotten) throws LibvirtException {
        SeenDomain seen = domains.seen(id).orElse(null);
        if (seen == null) {
            return;
        }
        DomainMetadata own = seen.own();
        boolean ignored = domains.with(own.machine().id(), domain -> {
                    if (domain.isActive() != 0) {
                        Power.destroy(domain);
                    }
                    beforeItIsForgotten.run();
                    domain.undefine(WITH_ALL);
                    return true;
                })
                .isPresent();
    }

    /** It is noted without its generation first: what a guest may have is there for whoever wants it detached. */
    void attach(DesiredAttachment desired) {
        UUID machine = desired.virtualMachineId();
        String otherwise = "Disk " + desired.diskId() + " cannot be attached";
        Attachment whole = Attachment.of(desired);
        link.change(machine, otherwise, connection -> {
            Domains domains = connection.domains();
            SeenDomain seen = domains.seen(machine)
                    .orElseThrow(() -> HypervisorProblem.notYet("Machine " + machine + " is not there yet"));
            if (seen.isRunning()) {
                keep(domains, seen.own().with(whole.begun()));
                live(domains, machine, live -> plug(live, whole));
            }
            keep(domains, seen.own().with(whole));
        });
    }

    /** The limits of one that is there change while it is in use, and where its guest has it stays the guest's matter. */
    private void plug(LiveDevices live, Attachment attachment) throws LibvirtException {
        if (attachment.inDrive()) {
            live.load(devices.drive(attachment));
            return;
        }
        DomainDevice disk = devices.disk(attachment, live.targets());
        if (live.plug(disk, () -> letGo(live, attachment))) {
            mount(live, attachment);
        }
        live.limit(DomainDevice.dataDiskAlias(attachment.id()), DiskLimits.of(attachment.limits()));
    }

    private static void mount(LiveDevices live, Attachment disk) {
        String mounting = Mounts.now(disk);
        if (!mounting.isEmpty()) {
            live.agent().begin(mounting);
        }
    }

    void detach(Attachment attachment) {
        String otherwise = "Disk " + attachment.diskId() + " cannot be detached";
        link.change(attachment.machineId(), otherwise, connection -> {
            Domains domains = connection.domains();
            SeenDomain seen = domains.seen(attachment.machineId()).orElse(null);
            if (seen == null) {
                return;
            }
            if (seen.isRunning()) {
                live(domains, seen.id(), live -> unplug(live, attachment));
            }
            keep(domains, seen.own().without(attachment.id()));
        });
    }

    /** A drive that was never there holds nothing. */
    private void unplug(LiveDevices live, Attachment attachment) throws LibvirtException {
        DomainDevice drive = devices.emptyDrive();
        if (!attachment.inDrive()) {
            live.unplug(DomainDevice.dataDiskAlias(attachment.id()), () -> letGo(live, attachment));
        } else if (live.has(drive)) {
            live.load(drive);
        }
    }

    /** A guest that can be asked has written all that is to be on the disk before it goes. */
    private static void letGo(LiveDevices live, Attachment disk) {
        if (!live.agent().finish(Mounts.end(disk))) {
            LOG.warn(
                    "Disk {} is taken out of machine {} while it may be mounted there",
                    disk.diskId(),
                    disk.machineId());
        }
    }

    /** Something that is done with the devices of a domain that runs. */
    @FunctionalInterface
    private interface LiveChange {

        void with(LiveDevices devices) throws LibvirtException;
    }

    private void live(Domains domains, UUID id, LiveChange change) throws LibvirtException {
        boolean ignored = domains.with(id, domain -> {
                    change.with(new LiveDevices(domains, domain, devices));
                    return true;
                })
                .isPresent();
    }
}
