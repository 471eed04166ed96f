package io.skyholm.storage.moving;

import io.skyholm.events.host.DesiredExport;
import io.skyholm.hosts.Orphan;
import java.util.UUID;

/** An export that a host is not to have: one that is done or given up, and that a host brings back. */
record AbsentExport(UUID id, UUID host, long generation, UUID diskId, UUID objectId) implements Orphan {

    @Override
    public DesiredExport absence() {
        return new DesiredExport(id, generation, false, null, null, diskId, objectId);
    }
}
