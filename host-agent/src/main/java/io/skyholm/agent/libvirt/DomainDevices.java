package io.skyholm.agent.libvirt;

import io.skyholm.agent.firstboot.Seeds;
import io.skyholm.agent.hypervisor.Attachment;
import io.skyholm.agent.hypervisor.HypervisorProblem;
import io.skyholm.agent.hypervisor.Machine;
import io.skyholm.agent.libvirt.DiskSecrets.Opening;
import io.skyholm.agent.network.HostPorts;
import io.skyholm.agent.pool.DiskPlaces;
import io.skyholm.agent.pool.DiskPlaces.InCeph;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.libvirt.LibvirtException;

/** Looks up what a machine is plugged into: disks where their pool has them, the taps of its ports, and what it is told when it boots. */
record DomainDevices(DiskPlaces disks, HostPorts hostPorts, Seeds seeds, Set<String> beingOpened) {

    private static final int LETTERS = 26;
    private static final int MOST_DISKS = 100;

    DomainDevices(DiskPlaces disks, HostPorts hostPorts, Seeds seeds) {
        this(disks, hostPorts, seeds, ConcurrentHashMap.newKeySet());
    }

    /** Everything that it starts with. */
    List<DomainDevice> all(DomainMetadata metadata) {
        Machine machine = metadata.machine();
        List<DomainDevice> devices = new ArrayList<>();
        UUID bootDisk = machine.bootDiskId();
        if (bootDisk != null) {
            devices.add(DomainDevice.bootDisk(bootDisk, found(bootDisk), DiskLimits.of(machine.bootDiskLimits())));
        }
        devices.addAll(ports(machine));
        int number = 1;
        for (Attachment attachment : metadata.disks()) {
            devices.add(disk(attachment, target(number)));
            number++;
        }
        devices.add(metadata.medium().map(this::drive).orElseGet(this::emptyDrive));
        devices.add(DomainDevice.seed(seeds.of(machine.id())));
        return devices;
    }

    /** The drive with that in it. */
    DomainDevice drive(Attachment medium) {
        return DomainDevice.drive(medium, found(medium.diskId()));
    }

    DomainDevice emptyDrive() {
        return DomainDevice.emptyDrive();
    }

    List<DomainDevice> ports(Machine machine) {
        return machine.portIds().stream().map(this::port).toList();
    }

    /** A disk for a machine that runs, whose other disks have those names. */
    DomainDevice disk(Attachment attachment, Set<String> taken) {
        return IntStream.range(1, MOST_DISKS)
                .mapToObj(DomainDevices::target)
                .filter(target -> !taken.contains(target))
                .findFirst()
                .map(target -> disk(attachment, target))
                .orElseThrow(() -> new HypervisorProblem("The machine has as many disks as it may"));
    }

    private DomainDevice disk(Attachment attachment, String target) {
        return DomainDevice.dataDisk(attachment, found(attachment.diskId()), target);
    }

    private DiskPlaces.Found found(UUID disk) {
        return disks.find(disk).orElseThrow(() -> HypervisorProblem.notYet("Disk " + disk + " is not there yet"));
    }

    /**
     * Has a machine open disks. The first of this host that opens an image in Ceph shuts out whoever else has it open: a host that was given up may be alive, with a guest
     * that goes on writing. Those that share a disk follow each other, so that none of them is taken for such a one.
     */
    void open(Domains domains, List<DomainDevice> devices, Opening opening) throws LibvirtException {
        Set<String> mine = new HashSet<>();
        try {
            List<InCeph> images =
                    devices.stream().flatMap(device -> device.image().stream()).toList();
            for (InCeph image : images) {
                begin(image, mine);
            }
            Set<String> open = images.isEmpty() ? Set.of() : domains.open();
            images.stream().filter(image -> !open.contains(image.toString())).forEach(disks::shutOthersOut);
            new DiskSecrets(domains.connect()).during(devices, opening);
        } finally {
            beingOpened.removeAll(mine);
        }
    }

    private void begin(InCeph image, Set<String> mine) {
        if (!mine.contains(image.toString())) {
            if (!beingOpened.add(image.toString())) {
                throw HypervisorProblem.notYet("Another machine is opening " + image);
            }
            mine.add(image.toString());
        }
    }

    private DomainDevice port(UUID port) {
        return hostPorts
                .tap(port)
                .map(DomainDevice::port)
                .orElseThrow(() -> HypervisorProblem.notYet("Port " + port + " is not there yet"));
    }

    /** The first is vda, and the 27th vdaa. */
    static String target(int number) {
        String last = Character.toString('a' + number % LETTERS);
        return number < LETTERS ? "vd" + last : "vd" + Character.toString('a' + number / LETTERS - 1) + last;
    }
}
