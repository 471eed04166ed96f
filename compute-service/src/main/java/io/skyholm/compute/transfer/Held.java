package io.skyholm.compute.transfer;

import org.jspecify.annotations.Nullable;

/**
 * What a context has done about a transfer, as its row says: the newest attempt that it has heard of, and how far it is with that. Facts come more
 * than once, and an older one may come again after a newer one.
 *
 * @param attempt 0 where it has heard of none
 */
record Held(long attempt, Phase phase) {

    /** Of a transfer that a context has not heard of. */
    static final Held NOTHING = new Held(0, Phase.FREE);

    /** How far it is. */
    enum Phase {
        /** Nothing is held, and nothing claimed. */
        FREE,
        /** Rows are held against changes, and the receiver's quota is claimed. */
        PREPARED,
        /** It has refused this attempt, and holds nothing. */
        REFUSED,
        /** The rows are the receiver's. */
        GIVEN
    }

    /** What compute has told of an attempt. */
    enum Told {
        ACCEPTED,
        DONE,
        ABANDONED
    }

    /** What a context does when it hears of an attempt. */
    enum Work {
        NOTHING,
        /** Holds its rows and claims the quota, or refuses, and answers. */
        PREPARE,
        /** Makes them the receiver's, and gives back the giver's quota. */
        GIVE,
        /** Lets go of the rows, and gives back the receiver's quota. */
        LET_GO
    }

    /** What is to be done about what was told. */
    Work on(long told, Told what) {
        if (told < attempt) {
            return Work.NOTHING;
        }
        return switch (what) {
            // What an earlier attempt has prepared is let go first: its end is among the facts that compaction has left out.
            case ACCEPTED -> told > attempt ? (phase == Phase.PREPARED ? Work.LET_GO : Work.PREPARE) : Work.NOTHING;
            case DONE -> phase == Phase.PREPARED && told == attempt ? Work.GIVE : Work.NOTHING;
            case ABANDONED -> phase == Phase.PREPARED ? Work.LET_GO : Work.NOTHING;
        };
    }

    /** How it stands once that is done. What nothing was done about is noted all the same: the fact before it may come again. */
    Held after(long told, Work work, @Nullable String refusal) {
        return switch (work) {
            case NOTHING -> told > attempt ? new Held(told, phase) : this;
            case PREPARE -> new Held(told, refusal == null ? Phase.PREPARED : Phase.REFUSED);
            case GIVE -> new Held(told, Phase.GIVEN);
            case LET_GO -> new Held(attempt, Phase.FREE);
        };
    }
}
