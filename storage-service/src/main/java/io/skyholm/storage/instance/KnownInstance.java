package io.skyholm.storage.instance;

import io.skyholm.events.compute.InstanceStatus;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What compute has told of an instance. */
public record KnownInstance(
        UUID id,
        UUID tenantId,
        InstanceStatus status,
        @Nullable UUID computeMachineId,
        @Nullable UUID virtualMachineId) {

    /** Whether it is deleted, or will be. */
    public boolean isLeaving() {
        return status == InstanceStatus.DELETING || status == InstanceStatus.DELETED;
    }

    /** Whether nothing of it can be on any machine much longer. */
    public boolean hasNoPlace() {
        return isLeaving() || computeMachineId == null;
    }
}
