package io.skyholm.agent.hypervisor;

import io.skyholm.events.host.IoLimits;
import io.skyholm.events.storage.MountMode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A disk of the host at one of its machines.
 *
 * @param generation that of the desired state by which it was last attached
 * @param mountMode how the machine uses it; null for one of which that is not known
 * @param limits how fast the machine may use it; null where nobody limits it
 */
public record Attachment(
        UUID id,
        long generation,
        UUID diskId,
        UUID machineId,
        @Nullable MountMode mountMode,
        @Nullable IoLimits limits) {

    /** One that nobody limits. */
    public Attachment(UUID id, long generation, UUID diskId, UUID machineId, @Nullable MountMode mountMode) {
        this(id, generation, diskId, machineId, mountMode, null);
    }

    /** The same while it is being made: no desired state is satisfied with it, and it may be there in part. */
    public Attachment begun() {
        return new Attachment(id, 0, diskId, machineId, mountMode, limits);
    }

    /** Whether the machine may be writing to it. */
    public boolean mayWrite() {
        return mountMode != MountMode.RO;
    }
}
