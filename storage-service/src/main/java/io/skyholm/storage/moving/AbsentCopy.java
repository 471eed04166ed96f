package io.skyholm.storage.moving;

import io.skyholm.events.host.DesiredDisk;
import io.skyholm.hosts.Orphan;
import java.util.UUID;

/** What a host is not to have of a disk any more. */
record AbsentCopy(UUID id, UUID host, long generation, int sizeGb) implements Orphan {

    @Override
    public DesiredDisk absence() {
        return new DesiredDisk(id, generation, false, true, null, sizeGb, null, null);
    }
}
