package io.skyholm.streams;

import java.time.Duration;
import java.util.function.ToLongFunction;

/** How far one watcher has come, and when they last heard anything. */
final class Watcher<T> {

    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(15);

    private final ToLongFunction<T> positionOf;
    private final long end;
    private long heard = System.nanoTime() - LONGEST_SILENCE.toNanos();
    private long checked = System.nanoTime();
    private long position;
    private boolean behind = true;

    /** They hear something at once, so that they know that they are heard. */
    Watcher(long position, ToLongFunction<T> positionOf, Duration longest) {
        this.position = position;
        this.positionOf = positionOf;
        this.end = System.nanoTime() + longest.toNanos();
    }

    long position() {
        return position;
    }

    /** Whether there is more at once. */
    boolean isBehind() {
        return behind;
    }

    /** Whether it is time to ask for their access again; a busy stream is never silent, so silence does not tell. */
    boolean isToCheck(Duration recheck) {
        long now = System.nanoTime();
        boolean due = now - checked >= recheck.toNanos();
        if (due) {
            checked = now;
        }
        return due;
    }

    /** Takes what was found. */
    Look<T> take(StreamPage<T> page) {
        long now = System.nanoTime();
        behind = page.more();
        boolean worthSending = !page.items().isEmpty() || now - heard >= LONGEST_SILENCE.toNanos();
        if (worthSending) {
            heard = now;
        }
        if (!page.items().isEmpty()) {
            position = positionOf.applyAsLong(page.items().getLast());
        }
        if (!page.more()) {
            position = Math.max(position, page.seen());
        }
        return new Look<>(page, worthSending, page.last() || now - end >= 0);
    }

    /** What became of one look. */
    record Look<T>(StreamPage<T> page, boolean worthSending, boolean ends) {}
}
