package io.skyholm.agent.libvirt;

import io.skyholm.agent.firstboot.Seeds;
import io.skyholm.agent.hypervisor.Attachment;
import io.skyholm.agent.hypervisor.HypervisorProblem;
import io.skyholm.agent.hypervisor.Machine;
import io.skyholm.agent.network.HostPorts;
import io.skyholm.agent.pool.DiskFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** Looks up what a machine is plugged into: disks where their pool has them, the taps of its ports, and what it is told when it boots. */
record DomainDevices(DiskFiles disks, HostPorts hostPorts, Seeds seeds) {

    private static final int LETTERS = 26;
    private static final int MOST_DISKS = 100;

    /** Everything that it starts with. */
    List<DomainDevice> all(DomainMetadata metadata) {
        Machine machine = metadata.machine();
        List<DomainDevice> devices = new ArrayList<>();
        UUID bootDisk = machine.bootDiskId();
        if (bootDisk != null) {
            devices.add(DomainDevice.bootDisk(bootDisk, found(bootDisk)));
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

    private DiskFiles.Found found(UUID disk) {
        return disks.file(disk).orElseThrow(() -> HypervisorProblem.notYet("Disk " + disk + " is not there yet"));
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
