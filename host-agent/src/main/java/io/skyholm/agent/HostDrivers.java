package io.skyholm.agent;

import io.skyholm.agent.act.CopySteps;
import io.skyholm.agent.act.SecretOpener;
import io.skyholm.agent.act.ThingDriver;
import io.skyholm.agent.attachment.AttachmentDriver;
import io.skyholm.agent.attachment.DiskUse;
import io.skyholm.agent.cephpool.CephPoolDriver;
import io.skyholm.agent.check.CheckDriver;
import io.skyholm.agent.disk.DiskDriver;
import io.skyholm.agent.export.ExportDriver;
import io.skyholm.agent.port.PortDriver;
import io.skyholm.agent.snapshot.SnapshotDriver;
import io.skyholm.agent.vm.VmDriver;
import java.util.List;

/** The kinds of thing that a host can hold: the one place that names them all. */
public record HostDrivers(Equipment equipment, SecretOpener secrets) {

    /** Those for what this host has. */
    public List<ThingDriver<?>> all() {
        DiskUse use = new DiskUse(equipment.hypervisor(), equipment.disks(), equipment.keyring());
        CopySteps copies = new CopySteps(equipment.smallCopyGb());
        return List.of(
                new VmDriver(equipment.hypervisor(), use, secrets),
                new PortDriver(equipment.hypervisor()),
                new CephPoolDriver(equipment.hypervisor(), equipment.disks(), secrets),
                new DiskDriver(equipment.disks(), use, copies, secrets),
                new AttachmentDriver(equipment.hypervisor(), use),
                new SnapshotDriver(equipment.disks(), use, copies),
                new ExportDriver(equipment.disks(), use, copies),
                new CheckDriver(equipment.disks(), use, copies));
    }
}
