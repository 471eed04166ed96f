package io.skyholm.storage.host;

import io.skyholm.events.host.ThingState;
import io.skyholm.hosts.HostState;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the row of a thing, decided from what its host has shown.
 *
 * @param reason why it waits or fails, for a person
 */
public record HostedMove(Kind kind, @Nullable String reason) {

    /** The moves. */
    public enum Kind {
        REST,
        TELL,
        READY,
        FAIL,
        EXPLAIN,
        FINISH
    }

    public static final HostedMove REST = new HostedMove(Kind.REST, null);

    private static final HostedMove TELL = new HostedMove(Kind.TELL, null);
    private static final HostedMove READY = new HostedMove(Kind.READY, null);
    private static final HostedMove FINISH = new HostedMove(Kind.FINISH, null);
    private static final String NO_REASON = "Its host cannot do it, and does not say why";
    private static final String SILENT = "Its host has not answered yet";
    private static final String GONE = "Its host is no more";

    public static HostedMove of(HostedThing thing, HostState host, Instant now) {
        return thing.isLeaving() ? towardsGone(thing, host, now) : towardsThere(thing, host, now);
    }

    /**
     * A fence is somebody's word that nothing runs on the host. It still has the bytes, and may write to them should it run on: only its own
     * word, or its end, proves that something is gone.
     */
    private static HostedMove towardsGone(HostedThing thing, HostState host, Instant now) {
        if (thing.onHost().isProvenGone() || host == HostState.DELETED) {
            return FINISH;
        }
        if (thing.progress().isStale()) {
            return TELL;
        }
        String reason = trouble(thing, now);
        return reason == null || reason.equals(thing.progress().statusReason())
                ? REST
                : new HostedMove(Kind.EXPLAIN, reason);
    }

    private static HostedMove towardsThere(HostedThing thing, HostState host, Instant now) {
        if (host == HostState.DELETED) {
            return failed(thing, GONE);
        }
        if (thing.progress().isStale()) {
            return TELL;
        }
        if (thing.isAsDesired()) {
            return isAtRest(thing) ? REST : READY;
        }
        String reason = trouble(thing, now);
        return reason == null ? REST : failed(thing, reason);
    }

    /** What its host has just taken over beside what it had already is waited for no longer. */
    private static boolean isAtRest(HostedThing thing) {
        return thing.isReady() && thing.progress().waitUntil() == null;
    }

    private static HostedMove failed(HostedThing thing, String reason) {
        boolean isKnown = thing.hasFailed() && reason.equals(thing.progress().statusReason());
        return isKnown ? REST : new HostedMove(Kind.FAIL, reason);
    }

    /** Who waits for something else says for what. */
    private static @Nullable String trouble(HostedThing thing, Instant now) {
        String detail = thing.onHost().detail();
        if (thing.onHost().state() == ThingState.FAILED) {
            return Objects.requireNonNullElse(detail, NO_REASON);
        }
        Instant until = thing.progress().waitUntil();
        boolean isLate = until != null && !until.isAfter(now);
        return isLate ? Objects.requireNonNullElse(detail, SILENT) : null;
    }
}
