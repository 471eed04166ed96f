package io.skyholm.agent.act;

import org.jspecify.annotations.Nullable;

/**
 * How far a thing is with its wish.
 *
 * @param generation of that wish; 0 where nothing is wished
 * @param detail for a person: what is being done, or why it failed
 */
record Standing(long generation, Phase phase, @Nullable String detail) {

    enum Phase {
        /** Nobody wishes for it, nor for its absence. */
        UNWISHED,
        CHANGING,
        FAILED,
        SETTLED
    }

    static final Standing UNWISHED = new Standing(0, Phase.UNWISHED, null);
}
