package io.skyholm.runtime.agreement;

import org.jspecify.annotations.Nullable;

/**
 * What a service has done about something that several have to agree to, as its row says: the newest attempt that it has heard of, and how far
 * it is with that. Facts come more than once, and an older one may come again after a newer one. Who decides is another service, once all have
 * prepared: so nobody refuses any more after that, and nobody lets go by themselves.
 *
 * @param attempt 0 where it has heard of none
 */
public record Participation(long attempt, Phase phase) {

    /** Of what a service has not heard of. */
    public static final Participation NOTHING = new Participation(0, Phase.FREE);

    /** How far it is. */
    public enum Phase {
        /** Nothing is held, and nothing claimed. */
        FREE,
        /** Rows are held against changes, and what they will take is claimed. */
        PREPARED,
        /** It has refused this attempt, and holds nothing. */
        REFUSED,
        /** It is done. */
        GIVEN
    }

    /** What was told of an attempt. */
    public enum Told {
        ACCEPTED,
        DONE,
        ABANDONED
    }

    /** What a service does when it hears of an attempt. */
    public enum Work {
        NOTHING,
        /** Holds its rows and claims what they will take, or refuses, and answers. */
        PREPARE,
        /** Does it. */
        GIVE,
        /** Lets go of the rows, and gives back what was claimed. */
        LET_GO
    }

    /** What is to be done about what was told. */
    public Work on(long told, Told what) {
        if (told < attempt) {
            return Work.NOTHING;
        }
        return switch (what) {
            // What an earlier attempt has prepared is let go first: its end is among the facts that compaction has left
            // out.
            case ACCEPTED -> told > attempt ? (phase == Phase.PREPARED ? Work.LET_GO : Work.PREPARE) : Work.NOTHING;
            case DONE -> phase == Phase.PREPARED && told == attempt ? Work.GIVE : Work.NOTHING;
            case ABANDONED -> phase == Phase.PREPARED ? Work.LET_GO : Work.NOTHING;
        };
    }

    /** How it stands once that is done. What nothing was done about is noted all the same: the fact before it may come again. */
    public Participation after(long told, Work work, @Nullable String refusal) {
        return switch (work) {
            case NOTHING -> told > attempt ? new Participation(told, phase) : this;
            case PREPARE -> new Participation(told, refusal == null ? Phase.PREPARED : Phase.REFUSED);
            case GIVE -> new Participation(told, Phase.GIVEN);
            case LET_GO -> new Participation(attempt, Phase.FREE);
        };
    }
}
