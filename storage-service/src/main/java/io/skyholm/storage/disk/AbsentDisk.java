package io.skyholm.storage.disk;

import io.skyholm.events.host.DesiredDisk;
import io.skyholm.hosts.Orphan;
import java.util.UUID;

/** A disk that a host is not to have: one that is deleted, and that a host brings back. */
record AbsentDisk(UUID id, UUID host, long generation, int sizeGb) implements Orphan {

    @Override
    public DesiredDisk absence() {
        return new DesiredDisk(id, generation, false, true, null, sizeGb, null, null);
    }
}
