package io.skyholm.compute.lifecycle;

import io.skyholm.compute.action.ActionRule;
import io.skyholm.compute.instance.Deletion.Intent;
import io.skyholm.operations.Operation;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How long an instance waits before it is looked at again, should nothing wake it, and what it says meanwhile. */
final class Waits {

    private static final Duration WITHOUT_DEADLINE = Duration.ofSeconds(30);
    private static final Duration SHORTEST = Duration.ofMillis(50);

    private Waits() {}

    /** Notes what is waited for: a part, or the host. */
    static void note(CurrentState state) {
        Optional<KnownParts.Known> missing = awaited(state);
        String reason = missing.isPresent()
                ? missing.get().report().reason()
                : state.vm().detail();
        String step = missing.map(known -> known.part().name())
                .or(() -> state.rule().map(ActionRule::step))
                .orElse("");
        state.note(step, reason);
    }

    private static Optional<KnownParts.Known> awaited(CurrentState state) {
        boolean staysPlaced = state.instance().deletion().intent() == Intent.KEEP && state.isPlaced();
        return staysPlaced ? state.parts().missing() : Optional.empty();
    }

    /** Until the operation's deadline, or until a deletion can no longer be undone. */
    static Duration until(CurrentState state) {
        Instant now = state.now();
        Instant until = state.operation().map(Operation::deadline).orElse(now.plus(WITHOUT_DEADLINE));
        Instant deletable = state.instance().deletion().deletableAt();
        if (deletable != null && deletable.isAfter(now) && deletable.isBefore(until)) {
            until = deletable;
        }
        return atLeast(Duration.between(now, until));
    }

    /** The wait that a step asked for, but never past the operation's deadline. */
    static Duration atMost(CurrentState state, Duration asked, Instant now) {
        Duration left = state.operation()
                .map(open -> Duration.between(now, open.deadline()))
                .orElse(asked);
        return atLeast(left.compareTo(asked) < 0 ? left : asked);
    }

    private static Duration atLeast(Duration wait) {
        return wait.compareTo(SHORTEST) < 0 ? SHORTEST : wait;
    }
}
