package io.skyholm.agent.act;

import io.skyholm.events.host.PortTraffic;
import io.skyholm.events.host.RbdImage;
import io.skyholm.events.host.ThingState;
import org.jspecify.annotations.Nullable;

/**
 * What a driver sees of a thing on its host. Counters that its kind does not have are 0 or absent.
 *
 * @param restarts and {@code builds}: how many of those that were asked for are done; for a disk, {@code builds} is the
 *     generation by which it was last given the bytes of a snapshot, and {@code restarts} the version of the key that opens it
 * @param image where a disk is in Ceph
 */
public record SeenThing(
        ThingState state,
        long restarts,
        long builds,
        @Nullable PortTraffic traffic,
        @Nullable RbdImage image) {

    /** There is nothing of it. */
    public static final SeenThing ABSENT = in(ThingState.ABSENT);

    /** One of which nothing is counted. */
    public static SeenThing in(ThingState state) {
        return new SeenThing(state, 0, 0, null, null);
    }
}
