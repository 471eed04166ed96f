package io.skyholm.storage.check;

import io.skyholm.events.host.DesiredDiskCheck;
import io.skyholm.hosts.Orphan;
import java.util.UUID;

/** A check that a host is not to have: one whose result was taken over, and that a host brings back. */
record AbsentCheck(UUID id, UUID host, long generation, long run, int sizeGb) implements Orphan {

    @Override
    public DesiredDiskCheck absence() {
        return new DesiredDiskCheck(id, generation, false, null, run, sizeGb, false);
    }
}
