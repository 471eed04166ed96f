package io.skyholm.agent.act;

import org.jspecify.annotations.Nullable;

/**
 * How far a thing is with its desired state.
 *
 * @param generation of that desired state; 0 where there is none
 * @param detail for a person: what is being done, or why it failed
 */
record ThingProgress(long generation, Phase phase, @Nullable String detail) {

    enum Phase {
        /** Nobody desires that it be there, nor that it be absent. */
        UNMANAGED,
        CHANGING,
        FAILED,
        SETTLED
    }

    static final ThingProgress UNMANAGED = new ThingProgress(0, Phase.UNMANAGED, null);
}
