package io.skyholm.storage.instance;

import io.skyholm.events.compute.InstanceStatus;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What compute has told of an instance.
 *
 * @param bootDiskHeld whether compute has yet to hear that nothing is left of its boot disk
 * @param builds how often its boot disk was to be made anew
 */
public record KnownInstance(
        UUID id,
        UUID tenantId,
        UUID userId,
        InstanceStatus status,
        int storageGb,
        @Nullable UUID computeMachineId,
        @Nullable UUID virtualMachineId,
        @Nullable UUID imageVersionId,
        boolean bootDiskWanted,
        boolean bootDiskHeld,
        long builds,
        boolean bootDiskEncrypted) {

    /** Whether it is deleted, or will be. */
    public boolean isLeaving() {
        return status == InstanceStatus.DELETING || status == InstanceStatus.DELETED;
    }

    /** Whether nothing of it can be on any machine much longer. */
    public boolean hasNoPlace() {
        return isLeaving() || computeMachineId == null;
    }

    /** Whether the disk that it boots from is to be there, wherever it is. */
    public boolean wantsBootDisk() {
        return bootDiskWanted && status != InstanceStatus.DELETED;
    }

    /** Whether both want a boot disk, and what is made for one serves the other. */
    public boolean wantsSameBootDisk(KnownInstance other) {
        return wantsBootDisk()
                && other.wantsBootDisk()
                && builds == other.builds
                && storageGb == other.storageGb
                && Objects.equals(computeMachineId, other.computeMachineId)
                && Objects.equals(imageVersionId, other.imageVersionId);
    }
}
