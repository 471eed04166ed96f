package io.skyholm.agent.act;

import io.skyholm.events.host.CheckResult;
import io.skyholm.events.host.PortTraffic;
import io.skyholm.events.host.RbdImage;
import io.skyholm.events.host.ThingState;
import org.jspecify.annotations.Nullable;

/**
 * What a driver sees of a thing on its host. Counters that its kind does not have are 0 or absent.
 *
 * @param restarts and {@code builds}: how many of those that were asked for are done; for a disk, {@code builds} is the
 *     generation by which it was last given the bytes of a snapshot, and {@code restarts} the version of the key that opens it;
 *     for a check, {@code builds} is the run that its result is of; for an export, how many bytes the difference has that it has left
 * @param image where a disk is in Ceph
 * @param check what the check of a disk has found
 * @param sha256 of all bytes of what an export has left with the object store
 */
public record SeenThing(
        ThingState state,
        long restarts,
        long builds,
        @Nullable PortTraffic traffic,
        @Nullable RbdImage image,
        @Nullable CheckResult check,
        @Nullable String sha256) {

    /** One that is no export. */
    public SeenThing(
            ThingState state,
            long restarts,
            long builds,
            @Nullable PortTraffic traffic,
            @Nullable RbdImage image,
            @Nullable CheckResult check) {
        this(state, restarts, builds, traffic, image, check, null);
    }

    /** Nor a check. */
    public SeenThing(
            ThingState state, long restarts, long builds, @Nullable PortTraffic traffic, @Nullable RbdImage image) {
        this(state, restarts, builds, traffic, image, null, null);
    }

    /** There is nothing of it. */
    public static final SeenThing ABSENT = in(ThingState.ABSENT);

    /** One of which nothing is counted. */
    public static SeenThing in(ThingState state) {
        return new SeenThing(state, 0, 0, null, null);
    }
}
