package io.skyholm.hosts.volume;

import io.skyholm.events.host.DesiredState;
import io.skyholm.hosts.Orphan;
import java.util.UUID;

/** A volume on a host on which it should not be. */
record OrphanVolume(UUID id, UUID host, long generation, int sizeGb) implements Orphan {

    @Override
    public DesiredState absence() {
        return new DesiredVolume(id, generation, false, sizeGb);
    }
}
