package io.skyholm.audit.head;

import io.skyholm.audit.chain.Head;
import io.skyholm.runtime.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The part of a chain that one answer looks at.
 *
 * @param fromSequence the first entry of it; without it, the first that is not archived
 * @param limit how many entries at most
 */
record Portion(@Nullable Integer fromSequence, int limit) {

    static final String MOST_TEXT = "" + Portion.MOST;
    static final int MOST = 10_000;

    Portion {
        if (limit < 1 || limit > MOST) {
            throw Problem.invalid("limit", "must be from 1 to " + MOST);
        }
    }

    /** The first entry to look at: the one that was asked for, or the first behind the beginning. */
    long first(Head beginning, Head head) {
        long possible = beginning.sequence() + 1;
        if (fromSequence == null || fromSequence == possible) {
            return possible;
        }
        if (fromSequence < possible || fromSequence > head.sequence()) {
            throw Problem.invalid("fromSequence", "must be from %d to %d".formatted(possible, head.sequence()));
        }
        return fromSequence;
    }

    /** The same number of entries from where the chain begins now. */
    Portion fromTheBeginning() {
        return new Portion(null, limit);
    }
}
