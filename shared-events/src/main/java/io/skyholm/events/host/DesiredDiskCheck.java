package io.skyholm.events.host;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That the host of a disk looks whether that is what it should be. The host is told so until its result was taken over.
 *
 * @param id the disk's
 * @param tenantId whose it is, by which a host lets copies take turns; null where that is not said, as for one that is to be absent
 * @param run counts the checks of this disk: a result of another run is none of this one
 * @param sizeGb how large the disk should be, in GiB
 * @param repair whether what can be mended without any other bytes is mended; nobody may use the disk meanwhile
 */
public record DesiredDiskCheck(
        UUID id, long generation, boolean present, @Nullable UUID tenantId, long run, int sizeGb, boolean repair)
        implements DesiredState {

    /** The kind of checks. */
    public static final ThingKind KIND = new ThingKind("DISK_CHECK");

    @Override
    public ThingKey key() {
        return new ThingKey(KIND, id);
    }
}
