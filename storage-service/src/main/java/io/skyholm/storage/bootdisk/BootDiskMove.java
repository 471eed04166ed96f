package io.skyholm.storage.bootdisk;

import io.skyholm.events.storage.BootDiskStatus;
import io.skyholm.events.storage.DiskStatus;
import io.skyholm.storage.disk.InstanceDisks.InstanceDisk;
import io.skyholm.storage.instance.KnownInstance;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of an instance's boot disk, decided from what compute wants and which disks there are.
 *
 * @param disk the one that is concerned
 * @param removed those that are to go
 * @param news what compute is to know then; null for nothing new
 */
record BootDiskMove(
        Kind kind,
        @Nullable UUID disk,
        List<UUID> removed,
        @Nullable BootDiskReport news) {

    /** The moves. */
    enum Kind {
        /** Others bring it on. */
        REST,
        /** Those that nobody will boot from go, and what becomes of it is decided anew. */
        CLEAR,
        /** One is made. */
        MAKE,
        /** The one that is there becomes larger. */
        GROW
    }

    private static final BootDiskMove REST = new BootDiskMove(Kind.REST, null, List.of(), null);

    static BootDiskMove of(KnownInstance instance, boolean wasTold, List<InstanceDisk> disks) {
        if (!instance.wantsBootDisk()) {
            return towardsGone(instance, wasTold, disks);
        }
        return instance.computeMachineId() == null ? nowhere(instance, wasTold) : towardsThere(instance, disks);
    }

    /**
     * One that is wanted nowhere in particular stays as it is until its instance has a machine. What compute was told belongs to the
     * machine that the instance has left: back on it, it would be taken for true again.
     */
    private static BootDiskMove nowhere(KnownInstance instance, boolean wasTold) {
        return wasTold
                ? new BootDiskMove(
                        Kind.REST, null, List.of(), BootDiskReport.of(instance, BootDiskStatus.WAITING, null, null))
                : REST;
    }

    private static BootDiskMove towardsThere(KnownInstance instance, List<InstanceDisk> disks) {
        Optional<InstanceDisk> current =
                disks.stream().filter(disk -> isCurrent(instance, disk)).findFirst();
        if (current.isEmpty()) {
            List<UUID> useless = useless(instance, disks);
            return new BootDiskMove(useless.isEmpty() ? Kind.MAKE : Kind.CLEAR, null, useless, null);
        }
        InstanceDisk disk = current.get();
        return switch (disk.status()) {
            case AVAILABLE -> available(instance, disk, disks);
            case ERROR -> say(instance, BootDiskStatus.FAILED, disk.statusReason(), disk);
            case CREATING, GROWING, RESTORING, ROTATING, MOVING, DELETING, DELETED ->
                say(instance, BootDiskStatus.WAITING, null, disk);
        };
    }

    private static boolean isCurrent(KnownInstance instance, InstanceDisk disk) {
        return !disk.isLeaving()
                && disk.host().equals(instance.computeMachineId())
                && disk.builds() == instance.builds();
    }

    /**
     * When one was READY all others went, so that the instance can run with the oldest alone. If that has failed and is not what is wanted,
     * its machine keeps it for as long as it boots from it.
     */
    private static List<UUID> useless(KnownInstance instance, List<InstanceDisk> disks) {
        List<InstanceDisk> staying =
                disks.stream().filter(disk -> !disk.isLeaving()).toList();
        Optional<UUID> used = staying.stream()
                .filter(disk ->
                        disk.isMade() && (disk.status() != DiskStatus.ERROR || disk.builds() == instance.builds()))
                .map(InstanceDisk::id)
                .findFirst();
        return staying.stream()
                .map(InstanceDisk::id)
                .filter(id -> !used.equals(Optional.of(id)))
                .toList();
    }

    /** Those from before go once there is another: until then the instance may still run with one of them. */
    private static BootDiskMove available(KnownInstance instance, InstanceDisk disk, List<InstanceDisk> disks) {
        if (disk.sizeGb() < instance.storageGb()) {
            return new BootDiskMove(
                    Kind.GROW,
                    disk.id(),
                    List.of(),
                    BootDiskReport.of(instance, BootDiskStatus.WAITING, null, disk.id()));
        }
        List<UUID> former = disks.stream()
                .filter(other -> !other.isLeaving() && !other.id().equals(disk.id()))
                .map(InstanceDisk::id)
                .toList();
        return new BootDiskMove(
                Kind.REST, disk.id(), former, BootDiskReport.of(instance, BootDiskStatus.READY, null, disk.id()));
    }

    private static BootDiskMove say(
            KnownInstance instance, BootDiskStatus status, @Nullable String reason, InstanceDisk disk) {
        return new BootDiskMove(
                Kind.REST, disk.id(), List.of(), BootDiskReport.of(instance, status, reason, disk.id()));
    }

    /**
     * What is on a lost machine holds nobody up: its disk waits by itself for the machine to come back and show that it is gone.
     */
    private static BootDiskMove towardsGone(KnownInstance instance, boolean wasTold, List<InstanceDisk> disks) {
        if (!wasTold && disks.isEmpty() && !instance.bootDiskHeld()) {
            return REST;
        }
        List<UUID> removed = disks.stream()
                .filter(disk -> !disk.isLeaving())
                .map(InstanceDisk::id)
                .toList();
        boolean isLeft = disks.stream().anyMatch(disk -> disk.status() != DiskStatus.DELETED && !disk.isHostLost());
        BootDiskReport news = isLeft
                ? BootDiskReport.of(instance, BootDiskStatus.RELEASING, null, null)
                : BootDiskReport.released(instance);
        return new BootDiskMove(Kind.REST, null, removed, news);
    }
}
