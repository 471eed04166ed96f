package io.skyholm.storage.pool;

import io.skyholm.events.storage.DiskType;
import java.util.UUID;

/** The pool of a machine that has given room to a disk, of whatever type. */
public record MachinePool(UUID id, UUID edgeDataCenterId, UUID computeMachineId, DiskType diskType) {

    /** Of whatever type it is. */
    public ClaimedPool claimed() {
        return new ClaimedPool(id, edgeDataCenterId, computeMachineId);
    }
}
