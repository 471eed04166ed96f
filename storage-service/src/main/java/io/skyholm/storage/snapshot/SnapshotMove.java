package io.skyholm.storage.snapshot;

import io.skyholm.events.host.ThingState;
import io.skyholm.events.storage.DiskSnapshotStatus;
import io.skyholm.hosts.HostState;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a snapshot's row, decided from what its host has shown.
 *
 * @param reason why it waits or fails, for a person
 */
record SnapshotMove(Kind kind, @Nullable String reason) {

    /** The moves. */
    enum Kind {
        REST,
        TELL,
        READY,
        FAIL,
        EXPLAIN,
        FINISH
    }

    static final SnapshotMove REST = new SnapshotMove(Kind.REST, null);

    private static final SnapshotMove TELL = new SnapshotMove(Kind.TELL, null);
    private static final SnapshotMove READY = new SnapshotMove(Kind.READY, null);
    private static final SnapshotMove FINISH = new SnapshotMove(Kind.FINISH, null);
    private static final String NO_REASON = "The host of its pool cannot do it, and does not say why";
    private static final String SILENT = "The host of its pool has not answered yet";
    private static final String GONE = "The host of its pool is no more";

    static SnapshotMove of(DiskSnapshot snapshot, HostState host, Instant now) {
        return snapshot.status == DiskSnapshotStatus.DELETING
                ? towardsGone(snapshot, host, now)
                : towardsThere(snapshot, host, now);
    }

    /** A fenced host runs nothing, but still has the bytes: only its word, or its end, proves that they are gone. */
    private static SnapshotMove towardsGone(DiskSnapshot snapshot, HostState host, Instant now) {
        if (snapshot.onHost.isProvenGone() || host == HostState.DELETED) {
            return FINISH;
        }
        if (snapshot.isStale) {
            return TELL;
        }
        String reason = trouble(snapshot, now);
        return reason == null || reason.equals(snapshot.statusReason) ? REST : new SnapshotMove(Kind.EXPLAIN, reason);
    }

    private static SnapshotMove towardsThere(DiskSnapshot snapshot, HostState host, Instant now) {
        if (host == HostState.DELETED) {
            return failed(snapshot, GONE);
        }
        if (snapshot.isStale) {
            return TELL;
        }
        if (snapshot.isAsDesired()) {
            return snapshot.status == DiskSnapshotStatus.AVAILABLE ? REST : READY;
        }
        String reason = trouble(snapshot, now);
        return reason == null ? REST : failed(snapshot, reason);
    }

    private static @Nullable String trouble(DiskSnapshot snapshot, Instant now) {
        if (snapshot.onHost.state() == ThingState.FAILED) {
            return Objects.requireNonNullElse(snapshot.onHost.detail(), NO_REASON);
        }
        return snapshot.waitUntil != null && !snapshot.waitUntil.isAfter(now) ? SILENT : null;
    }

    private static SnapshotMove failed(DiskSnapshot snapshot, String reason) {
        boolean isKnown = snapshot.status == DiskSnapshotStatus.ERROR && reason.equals(snapshot.statusReason);
        return isKnown ? REST : new SnapshotMove(Kind.FAIL, reason);
    }
}
