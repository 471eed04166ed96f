package io.skyholm.agent.act;

import io.skyholm.events.host.HostText;
import io.skyholm.events.host.Observation;
import io.skyholm.events.host.ThingKey;
import io.skyholm.events.host.ThingState;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Says what a host sees of its things, and how far it is with them. */
record HostObserver(Drivers drivers, Clock clock) {

    Observation of(ThingKey key, ThingProgress progress) {
        return of(key, progress, drivers.look(key));
    }

    /** Of one that cannot be looked at: what was counted of it before still holds. */
    Observation unseen(ThingKey key, ThingProgress progress, @Nullable Observation before) {
        SeenThing seen = before == null
                ? SeenThing.ABSENT
                : new SeenThing(
                        before.state(),
                        before.restarts(),
                        before.builds(),
                        before.traffic(),
                        before.image(),
                        before.check(),
                        before.sha256());
        return of(key, progress, seen);
    }

    private Observation of(ThingKey key, ThingProgress progress, SeenThing seen) {
        return new Observation(
                key.kind(),
                key.id(),
                progress.generation(),
                switch (progress.phase()) {
                    case CHANGING -> ThingState.CHANGING;
                    case FAILED -> ThingState.FAILED;
                    case SETTLED, UNMANAGED -> seen.state();
                },
                progress.phase() == ThingProgress.Phase.SETTLED,
                seen.restarts(),
                seen.builds(),
                HostText.cutIfAny(progress.detail()),
                clock.instant(),
                seen.traffic(),
                seen.image(),
                seen.check(),
                seen.sha256());
    }

    /** Whether two observations of a thing say the same of it, though at different times and after more traffic. */
    static boolean areAlike(Observation one, Observation other) {
        return atNoTime(one).equals(atNoTime(other));
    }

    private static Observation atNoTime(Observation seen) {
        return seen.seenAt(Instant.EPOCH).carrying(null);
    }
}
