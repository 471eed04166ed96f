package io.skyholm.storage.attachment;

import io.skyholm.events.host.DesiredAttachment;
import io.skyholm.events.storage.MountMode;
import io.skyholm.hosts.Orphan;
import java.util.UUID;

/** An attachment that a host is not to have: one that has ended, and that a host brings back. */
record AbsentAttachment(
        UUID id, UUID host, long generation, UUID diskId, UUID virtualMachineId, MountMode mountMode, String mountPath)
        implements Orphan {

    @Override
    public DesiredAttachment absence() {
        return new DesiredAttachment(id, generation, false, diskId, virtualMachineId, mountMode, mountPath, null);
    }
}
