package io.skyholm.events.host;

import io.skyholm.events.storage.MountMode;
import java.util.UUID;

/**
 * A disk as a virtual machine of the same host is to have it.
 *
 * @param mountPath where its guest has it among its files
 */
public record DesiredAttachment(
        UUID id,
        long generation,
        boolean present,
        UUID diskId,
        UUID virtualMachineId,
        MountMode mountMode,
        String mountPath)
        implements DesiredState {

    /** The kind of attachments. */
    public static final ThingKind KIND = new ThingKind("DISK_ATTACHMENT");

    @Override
    public ThingKey key() {
        return new ThingKey(KIND, id);
    }
}
