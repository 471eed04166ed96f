package io.skyholm.hosts;

import io.skyholm.events.host.ThingState;

/** Rows of things as reports leave them, for tests without hosts. */
public final class Answers {

    private Answers() {}

    /** The host has answered to what it was told last. */
    public static void to(ThingOnHost thing, ThingState state, boolean settled) {
        thing.seenGeneration = thing.desiredGeneration();
        thing.seenState = state;
        thing.seenSettled = settled;
    }
}
