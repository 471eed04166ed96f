package io.skyholm.agent.hypervisor;

import io.skyholm.events.storage.MountMode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A disk of the host at one of its machines.
 *
 * @param generation that of the desired state by which it was last attached
 * @param mountMode how the machine uses it; null for one of which that is not known
 */
public record Attachment(
        UUID id,
        long generation,
        UUID diskId,
        UUID machineId,
        @Nullable MountMode mountMode) {

    /** Whether the machine may be writing to it. */
    public boolean mayWrite() {
        return mountMode != MountMode.RO;
    }
}
