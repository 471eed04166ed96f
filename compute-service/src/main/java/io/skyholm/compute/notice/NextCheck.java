package io.skyholm.compute.notice;

import io.skyholm.compute.maintenance.WindowStatus;
import io.skyholm.compute.maintenance.WindowView;
import io.skyholm.runtime.reconcile.Next;
import java.time.Duration;
import java.time.Instant;

/** Decides when a window is looked at again: when the next thing is due, and not too soon nor too late. */
final class NextCheck {

    static final Duration SHORTEST = Duration.ofSeconds(1);
    static final Duration LONGEST = Duration.ofSeconds(60);

    /** While something moves, or is waited for that comes without a word. */
    static final Duration WATCHING = Duration.ofSeconds(2);

    static final Duration TRYING_AGAIN = Duration.ofSeconds(5);

    private NextCheck() {}

    static Next next(WindowView window, NoticeUpdates.Told told, Instant now) {
        if (told.more()) {
            return Next.in(SHORTEST);
        }
        if (!window.open()) {
            return Next.DONE;
        }
        Duration wait = window.status() == WindowStatus.PLANNED ? until(window.startsAt(), now) : LONGEST;
        for (Notice notice : told.open()) {
            wait = shorter(wait, wait(notice, window, now));
        }
        return Next.in(wait.compareTo(SHORTEST) < 0 ? SHORTEST : shorter(wait, LONGEST));
    }

    private static Duration wait(Notice notice, WindowView window, Instant now) {
        return switch (notice.status) {
            case MOVING -> WATCHING;
            case CHOSEN -> notice.isDue(now) || notice.moveAt == null ? TRYING_AGAIN : until(notice.moveAt, now);
            case UNDERWAY -> window.drain() ? TRYING_AGAIN : LONGEST;
            case ANNOUNCED, MOVED, CANCELLED, ENDED -> LONGEST;
        };
    }

    private static Duration until(Instant moment, Instant now) {
        return Duration.between(now, moment);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
