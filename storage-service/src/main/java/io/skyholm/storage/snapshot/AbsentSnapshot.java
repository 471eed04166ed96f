package io.skyholm.storage.snapshot;

import io.skyholm.events.host.DesiredSnapshot;
import io.skyholm.hosts.Orphan;
import java.util.UUID;

/** A snapshot that a host is not to have: one that is deleted, and that a host brings back. */
record AbsentSnapshot(UUID id, UUID host, long generation, UUID diskId) implements Orphan {

    @Override
    public DesiredSnapshot absence() {
        return new DesiredSnapshot(id, generation, false, true, null, diskId);
    }
}
