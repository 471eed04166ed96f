package io.skyholm.agent.hypervisor;

import io.skyholm.events.host.DesiredAttachment;
import io.skyholm.events.host.IoLimits;
import io.skyholm.events.host.Medium;
import io.skyholm.events.storage.MountMode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A disk of the host at one of its machines.
 *
 * @param generation that of the desired state by which it was last attached
 * @param mountMode how the machine uses it; null for one of which that is not known
 * @param limits how fast the machine may use it; null where nobody limits it
 * @param medium how it is in the machine's drive; null for one that is a disk of the machine
 * @param maxAttachments how many machines may have the disk at once; null for one of which that is not known
 * @param mountPath where the guest has it among its files; null for one of which that is not known
 */
public record Attachment(
        UUID id,
        long generation,
        UUID diskId,
        UUID machineId,
        @Nullable MountMode mountMode,
        @Nullable IoLimits limits,
        @Nullable Medium medium,
        @Nullable Integer maxAttachments,
        @Nullable String mountPath) {

    /** As it is desired, and whole. */
    public static Attachment of(DesiredAttachment desired) {
        return new Attachment(
                desired.id(),
                desired.generation(),
                desired.diskId(),
                desired.virtualMachineId(),
                desired.mountMode(),
                desired.limits(),
                desired.medium(),
                desired.maxAttachments(),
                desired.mountPath());
    }

    /** One that is a disk of the machine. */
    public Attachment(
            UUID id,
            long generation,
            UUID diskId,
            UUID machineId,
            @Nullable MountMode mountMode,
            @Nullable IoLimits limits) {
        this(id, generation, diskId, machineId, mountMode, limits, null, null, null);
    }

    /** One that nobody limits. */
    public Attachment(UUID id, long generation, UUID diskId, UUID machineId, @Nullable MountMode mountMode) {
        this(id, generation, diskId, machineId, mountMode, null);
    }

    /** The same while it is being made: no desired state is satisfied with it, and it may be there in part. */
    public Attachment begun() {
        return new Attachment(id, 0, diskId, machineId, mountMode, limits, medium, maxAttachments, mountPath);
    }

    /** Whether the machine may be writing to it. */
    public boolean mayWrite() {
        return mountMode != MountMode.RO;
    }

    /** Whether other machines may have the disk at the same time. */
    public boolean sharesDisk() {
        return maxAttachments != null && maxAttachments > 1;
    }

    /**
     * Whether the platform has the guest mount it. A file system that several write to takes agreements between those guests, of which the platform
     * knows nothing; any other would be destroyed.
     */
    public boolean isMounted() {
        return mountPath != null && !inDrive() && !(sharesDisk() && mayWrite());
    }

    /** Whether it is in the machine's drive. */
    public boolean inDrive() {
        return medium != null;
    }

    /** Whether the machine boots from it first. */
    public boolean bootsFirst() {
        return medium != null && medium.bootsFirst();
    }
}
