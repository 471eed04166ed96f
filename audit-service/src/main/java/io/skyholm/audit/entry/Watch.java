package io.skyholm.audit.entry;

import java.time.Duration;
import java.util.List;

/** How far one watcher has come, and when they last heard anything. */
final class Watch {

    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(15);

    private final long end;
    private long heard = System.nanoTime() - LONGEST_SILENCE.toNanos();
    private long position;
    private boolean behind = true;

    /** They hear something at once, so that they know that they are heard. */
    Watch(long position, Duration longest) {
        this.position = position;
        this.end = System.nanoTime() + longest.toNanos();
    }

    long position() {
        return position;
    }

    /** Whether there is more at once. */
    boolean behind() {
        return behind;
    }

    /** Takes what was found. */
    Page take(List<EntryRow> rows, boolean more) {
        long now = System.nanoTime();
        behind = more;
        boolean worthSending = !rows.isEmpty() || now - heard >= LONGEST_SILENCE.toNanos();
        if (worthSending) {
            heard = now;
        }
        if (!rows.isEmpty()) {
            position = rows.getLast().position();
        }
        return new Page(rows, worthSending, now - end >= 0);
    }

    /** What one look found. */
    record Page(List<EntryRow> rows, boolean worthSending, boolean over) {}
}
