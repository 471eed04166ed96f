package io.skyholm.events.host;

import io.skyholm.events.storage.MountMode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A disk as a virtual machine of the same host is to have it.
 *
 * @param mountPath where its guest has it among its files
 * @param maxAttachments to how many machines the disk may be attached at once, which its host holds to, too; null where that is not
 *     said, as for one that is to be absent
 * @param limits how fast the machine may use the disk; null where nobody limits it
 * @param medium how it is in the machine's drive; null for one that is a disk of the machine
 */
public record DesiredAttachment(
        UUID id,
        long generation,
        boolean present,
        UUID diskId,
        UUID virtualMachineId,
        MountMode mountMode,
        String mountPath,
        @Nullable Integer maxAttachments,
        @Nullable IoLimits limits,
        @Nullable Medium medium)
        implements DesiredState {

    /** One that is a disk of the machine. */
    public DesiredAttachment(
            UUID id,
            long generation,
            boolean present,
            UUID diskId,
            UUID virtualMachineId,
            MountMode mountMode,
            String mountPath,
            @Nullable Integer maxAttachments,
            @Nullable IoLimits limits) {
        this(id, generation, present, diskId, virtualMachineId, mountMode, mountPath, maxAttachments, limits, null);
    }

    /** One that may be used as fast as it can be. */
    public DesiredAttachment(
            UUID id,
            long generation,
            boolean present,
            UUID diskId,
            UUID virtualMachineId,
            MountMode mountMode,
            String mountPath,
            @Nullable Integer maxAttachments) {
        this(id, generation, present, diskId, virtualMachineId, mountMode, mountPath, maxAttachments, null);
    }

    /** The kind of attachments. */
    public static final ThingKind KIND = new ThingKind("DISK_ATTACHMENT");

    @Override
    public ThingKey key() {
        return new ThingKey(KIND, id);
    }
}
