package io.skyholm.storage.bootdisk;

import io.skyholm.events.storage.BootDiskStatus;
import io.skyholm.storage.instance.KnownInstance;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What compute is to know of an instance's boot disk. */
record BootDiskReport(
        BootDiskStatus status,
        @Nullable String reason,
        @Nullable UUID computeMachineId,
        @Nullable UUID diskId,
        long builds,
        int sizeGb) {

    /** Of a disk as the instance wants it now. */
    static BootDiskReport of(
            KnownInstance instance, BootDiskStatus status, @Nullable String reason, @Nullable UUID disk) {
        return new BootDiskReport(
                status, reason, instance.computeMachineId(), disk, instance.builds(), instance.storageGb());
    }

    /**
     * Why it cannot be had; empty if what was tried is not what is wanted now, such as on the machine that the instance has left. A disk on
     * another machine is none that it has here.
     */
    static Optional<BootDiskReport> failed(
            KnownInstance tried, KnownInstance instance, Optional<BootDiskReport> told, String why) {
        UUID disk = told.filter(before -> Objects.equals(before.computeMachineId(), instance.computeMachineId()))
                .map(BootDiskReport::diskId)
                .orElse(null);
        return tried.wantsSameBootDisk(instance)
                ? Optional.of(of(instance, BootDiskStatus.FAILED, why, disk))
                : Optional.empty();
    }

    /** That nothing is left of it. */
    static BootDiskReport released(KnownInstance instance) {
        return new BootDiskReport(BootDiskStatus.RELEASED, null, null, null, instance.builds(), instance.storageGb());
    }
}
