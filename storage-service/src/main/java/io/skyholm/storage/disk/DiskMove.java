package io.skyholm.storage.disk;

import io.skyholm.events.host.ThingState;
import io.skyholm.events.storage.DiskStatus;
import io.skyholm.hosts.HostState;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a disk's row, decided from what its host has shown.
 *
 * @param reason why it waits or fails, for a person
 */
record DiskMove(Kind kind, @Nullable String reason) {

    /** The moves. */
    enum Kind {
        REST,
        TELL,
        READY,
        FAIL,
        EXPLAIN,
        FINISH
    }

    static final DiskMove REST = new DiskMove(Kind.REST, null);

    private static final DiskMove TELL = new DiskMove(Kind.TELL, null);
    private static final DiskMove READY = new DiskMove(Kind.READY, null);
    private static final DiskMove FINISH = new DiskMove(Kind.FINISH, null);
    private static final String NO_REASON = "The host of its pool cannot do it, and does not say why";
    private static final String SILENT = "The host of its pool has not answered yet";
    private static final String GONE = "The host of its pool is no more";

    static DiskMove of(Disk disk, HostState host, Instant now) {
        return disk.status == DiskStatus.DELETING ? towardsGone(disk, host, now) : towardsThere(disk, host, now);
    }

    /** A fenced host runs nothing, but still has the bytes: only its word, or its end, proves that they are gone. */
    private static DiskMove towardsGone(Disk disk, HostState host, Instant now) {
        if (disk.onHost.isProvenGone() || host == HostState.DELETED) {
            return FINISH;
        }
        if (disk.isStale) {
            return TELL;
        }
        String reason = trouble(disk, now);
        return reason == null || reason.equals(disk.statusReason) ? REST : new DiskMove(Kind.EXPLAIN, reason);
    }

    private static DiskMove towardsThere(Disk disk, HostState host, Instant now) {
        if (host == HostState.DELETED) {
            return failed(disk, GONE);
        }
        if (disk.isStale) {
            return TELL;
        }
        if (disk.isAsDesired()) {
            return disk.status == DiskStatus.AVAILABLE ? REST : READY;
        }
        String reason = trouble(disk, now);
        return reason == null ? REST : failed(disk, reason);
    }

    private static @Nullable String trouble(Disk disk, Instant now) {
        if (disk.onHost.state() == ThingState.FAILED) {
            return Objects.requireNonNullElse(disk.onHost.detail(), NO_REASON);
        }
        return disk.waitUntil != null && !disk.waitUntil.isAfter(now) ? SILENT : null;
    }

    private static DiskMove failed(Disk disk, String reason) {
        boolean isKnown = disk.status == DiskStatus.ERROR && reason.equals(disk.statusReason);
        return isKnown ? REST : new DiskMove(Kind.FAIL, reason);
    }
}
