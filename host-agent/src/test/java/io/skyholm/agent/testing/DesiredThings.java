package io.skyholm.agent.testing;

import io.skyholm.events.host.DesiredAttachment;
import io.skyholm.events.host.DesiredDisk;
import io.skyholm.events.host.DesiredPort;
import io.skyholm.events.host.DesiredVm;
import io.skyholm.events.host.IoLimits;
import io.skyholm.events.host.Medium;
import io.skyholm.events.host.PortSettings;
import io.skyholm.events.host.VmPower;
import io.skyholm.events.storage.MountMode;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Desired states of a small machine and its port, right in everything that is not said otherwise. */
public final class DesiredThings {

    private DesiredThings() {}

    /** A machine without ports that shall run. */
    public static DesiredVm machine(String name) {
        return new DesiredVm(
                UUID.randomUUID(),
                1,
                true,
                UUID.randomUUID(),
                UUID.randomUUID(),
                name,
                name,
                VmPower.RUNNING,
                2,
                0,
                0,
                1,
                2,
                10,
                0,
                "debian-13",
                null,
                null,
                List.of(),
                null,
                null,
                List.of(),
                null);
    }

    public static DesiredVm power(DesiredVm desired, VmPower power) {
        return changed(desired, desired.present(), power, desired.restarts(), desired.builds());
    }

    public static DesiredVm restarted(DesiredVm desired) {
        return changed(desired, desired.present(), desired.power(), desired.restarts() + 1, desired.builds());
    }

    public static DesiredVm rebuilt(DesiredVm desired) {
        return changed(desired, desired.present(), desired.power(), desired.restarts(), desired.builds() + 1);
    }

    public static DesiredVm gone(DesiredVm desired) {
        return changed(desired, false, desired.power(), desired.restarts(), desired.builds());
    }

    /** The same machine on this host again, after it was on another. */
    public static DesiredVm back(DesiredVm desired) {
        DesiredVm elsewhere = changed(desired, true, desired.power(), desired.restarts(), desired.builds());
        return power(elsewhere, VmPower.RUNNING);
    }

    /** The same with so much time to shut down by itself. */
    public static DesiredVm graceful(DesiredVm desired, int graceSeconds) {
        return new DesiredVm(
                desired.id(),
                desired.generation(),
                desired.present(),
                desired.instanceId(),
                desired.tenantId(),
                desired.name(),
                desired.hostname(),
                desired.power(),
                graceSeconds,
                desired.restarts(),
                desired.builds(),
                desired.cpuCores(),
                desired.memoryGb(),
                desired.storageGb(),
                desired.gpuCount(),
                desired.image(),
                desired.bootDiskId(),
                desired.bootDiskLimits(),
                desired.portIds(),
                desired.userData(),
                desired.passwordHash(),
                desired.sshKeys(),
                desired.sealedSecrets());
    }

    /** The same, which may use its boot disk only so fast. */
    public static DesiredVm limited(DesiredVm desired, @Nullable IoLimits limits) {
        return new DesiredVm(
                desired.id(),
                desired.generation() + 1,
                desired.present(),
                desired.instanceId(),
                desired.tenantId(),
                desired.name(),
                desired.hostname(),
                desired.power(),
                desired.graceSeconds(),
                desired.restarts(),
                desired.builds(),
                desired.cpuCores(),
                desired.memoryGb(),
                desired.storageGb(),
                desired.gpuCount(),
                desired.image(),
                desired.bootDiskId(),
                limits,
                desired.portIds(),
                desired.userData(),
                desired.passwordHash(),
                desired.sshKeys(),
                desired.sealedSecrets());
    }

    /** The same with what its guest is told when it boots. */
    public static DesiredVm booting(DesiredVm desired, String userData, String passwordHash, String... sshKeys) {
        return new DesiredVm(
                desired.id(),
                desired.generation(),
                desired.present(),
                desired.instanceId(),
                desired.tenantId(),
                desired.name(),
                desired.hostname(),
                desired.power(),
                desired.graceSeconds(),
                desired.restarts(),
                desired.builds(),
                desired.cpuCores(),
                desired.memoryGb(),
                desired.storageGb(),
                desired.gpuCount(),
                desired.image(),
                desired.bootDiskId(),
                desired.bootDiskLimits(),
                desired.portIds(),
                userData,
                passwordHash,
                List.of(sshKeys),
                desired.sealedSecrets());
    }

    public static DesiredVm plugged(DesiredVm desired, UUID... ports) {
        return sized(desired, List.of(ports), desired.memoryGb(), desired.storageGb());
    }

    public static DesiredVm memory(DesiredVm desired, int memoryGb) {
        return sized(desired, desired.portIds(), memoryGb, desired.storageGb());
    }

    public static DesiredVm storage(DesiredVm desired, int storageGb) {
        return sized(desired, desired.portIds(), desired.memoryGb(), storageGb);
    }

    public static DesiredPort port() {
        return port(UUID.randomUUID(), 1, true);
    }

    public static DesiredPort port(UUID id, long generation, boolean present) {
        return new DesiredPort(
                id,
                generation,
                present,
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                "02:00:00:00:00:01",
                null,
                1,
                List.of("10.64.0.2/16"),
                List.of("10.64.0.1"),
                List.of(),
                List.of(),
                PortSettings.NONE,
                null,
                List.of());
    }

    /** A disk of one GiB. */
    public static DesiredDisk disk(UUID id, long generation, boolean present) {
        return new DesiredDisk(id, generation, present, false, UUID.randomUUID(), 1, null, null);
    }

    /** That disk, which is for one machine, at that one. */
    public static DesiredAttachment attachment(UUID disk, DesiredVm machine) {
        return attachment(disk, machine, "/srv/data", 1);
    }

    /** That disk, which is for so many machines, at that one. */
    public static DesiredAttachment attachment(UUID disk, DesiredVm machine, String mountPath, int maxAttachments) {
        return new DesiredAttachment(
                UUID.randomUUID(), 1, true, disk, machine.id(), MountMode.RW, mountPath, maxAttachments);
    }

    /** The same, of which the machine only reads. */
    public static DesiredAttachment readOnly(DesiredAttachment desired) {
        return new DesiredAttachment(
                desired.id(),
                desired.generation() + 1,
                true,
                desired.diskId(),
                desired.virtualMachineId(),
                MountMode.RO,
                desired.mountPath(),
                desired.maxAttachments());
    }

    /** The same in the machine's drive. */
    public static DesiredAttachment inDrive(DesiredAttachment desired, boolean bootsFirst) {
        return new DesiredAttachment(
                desired.id(),
                desired.generation(),
                true,
                desired.diskId(),
                desired.virtualMachineId(),
                MountMode.RO,
                desired.mountPath(),
                desired.maxAttachments(),
                null,
                new Medium(bootsFirst));
    }

    /** The same, which the machine may use only so fast. */
    public static DesiredAttachment limited(DesiredAttachment desired, IoLimits limits) {
        return new DesiredAttachment(
                desired.id(),
                desired.generation(),
                true,
                desired.diskId(),
                desired.virtualMachineId(),
                desired.mountMode(),
                desired.mountPath(),
                desired.maxAttachments(),
                limits);
    }

    public static DesiredAttachment detached(DesiredAttachment desired) {
        return new DesiredAttachment(
                desired.id(),
                desired.generation() + 1,
                false,
                desired.diskId(),
                desired.virtualMachineId(),
                desired.mountMode(),
                desired.mountPath(),
                null);
    }

    private static DesiredVm changed(DesiredVm desired, boolean present, VmPower power, long restarts, long builds) {
        return new DesiredVm(
                desired.id(),
                desired.generation() + 1,
                present,
                desired.instanceId(),
                desired.tenantId(),
                desired.name(),
                desired.hostname(),
                power,
                desired.graceSeconds(),
                restarts,
                builds,
                desired.cpuCores(),
                desired.memoryGb(),
                desired.storageGb(),
                desired.gpuCount(),
                desired.image(),
                desired.bootDiskId(),
                desired.bootDiskLimits(),
                desired.portIds(),
                desired.userData(),
                desired.passwordHash(),
                desired.sshKeys(),
                desired.sealedSecrets());
    }

    private static DesiredVm sized(DesiredVm desired, List<UUID> ports, int memoryGb, int storageGb) {
        return new DesiredVm(
                desired.id(),
                desired.generation() + 1,
                desired.present(),
                desired.instanceId(),
                desired.tenantId(),
                desired.name(),
                desired.hostname(),
                desired.power(),
                desired.graceSeconds(),
                desired.restarts(),
                desired.builds(),
                desired.cpuCores(),
                memoryGb,
                storageGb,
                desired.gpuCount(),
                desired.image(),
                desired.bootDiskId(),
                desired.bootDiskLimits(),
                ports,
                desired.userData(),
                desired.passwordHash(),
                desired.sshKeys(),
                desired.sealedSecrets());
    }
}
