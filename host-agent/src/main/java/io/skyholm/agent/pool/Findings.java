package io.skyholm.agent.pool;

import io.skyholm.events.host.CheckOutcome;
import io.skyholm.events.host.CheckResult;
import io.skyholm.events.host.HostText;
import java.util.ArrayList;
import java.util.List;

/** What is found while a disk is checked, in the order in which it is. Ranges of bytes that follow each other are one. */
public final class Findings {

    /** Beside what is said of the disk as a whole. */
    private static final int MOST_RANGES = CheckResult.MOST_FINDINGS - 6;

    private static final String WAY_OUT = "Roll the disk back to a snapshot, or restore a backup";

    private final List<String> texts = new ArrayList<>();
    private boolean isDamaged;
    private boolean isRepaired;
    private int ranges;
    private long unreadable;
    private long begin;
    private long end;
    private String reason = "";

    /** It is not what it should be, and stays so. */
    public void damaged(String what) {
        isDamaged = true;
        texts.add(HostText.cut(what));
    }

    /** It was not what it should be. */
    public void repaired(String what) {
        isRepaired = true;
        texts.add(HostText.cut(what));
    }

    /** Bytes that cannot be read, up to but without the last of these two. */
    public void unreadable(long from, long to, String why) {
        isDamaged = true;
        unreadable += to - from;
        if (begin < end && end == from && reason.equals(why)) {
            end = to;
        } else {
            tellRange();
            begin = from;
            end = to;
            reason = why;
        }
    }

    private void tellRange() {
        if (begin < end && ++ranges <= MOST_RANGES) {
            texts.add(HostText.cut("The bytes from " + begin + " to " + (end - 1) + " cannot be read: " + reason));
        }
        begin = end;
    }

    /** All of it, at the end. */
    public CheckResult result() {
        tellRange();
        if (unreadable > 0) {
            String more = ranges > MOST_RANGES ? "in " + ranges + " places, of which the first are named" : "in all";
            texts.add(unreadable + " bytes cannot be read " + more);
        }
        if (isDamaged) {
            texts.add(WAY_OUT);
        }
        return new CheckResult(outcome(), texts);
    }

    private CheckOutcome outcome() {
        if (isDamaged) {
            return CheckOutcome.DAMAGED;
        }
        return isRepaired ? CheckOutcome.REPAIRED : CheckOutcome.SOUND;
    }
}
