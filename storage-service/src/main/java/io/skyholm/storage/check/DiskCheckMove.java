package io.skyholm.storage.check;

import io.skyholm.events.storage.DiskStatus;
import io.skyholm.hosts.HostState;
import io.skyholm.storage.host.HostedMove;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a check, decided from what its host has shown and from what its disk is now.
 *
 * @param reason why it waits or ends, for a person
 */
record DiskCheckMove(Kind kind, @Nullable String reason) {

    private static final String GONE = "Its host is no more";
    private static final String CHANGED = "The disk was changed meanwhile";

    enum Kind {
        REST,
        TELL,
        RESULT,
        EXPLAIN,
        FAIL,
        CANCEL,
        RELEASE,
        END
    }

    /** A disk as far as it decides whether it goes on being checked. */
    record SeenDisk(DiskStatus status, @Nullable UUID computeMachineId) {

        /** One in ERROR is checked to learn why. */
        private boolean isAtRestOn(UUID host) {
            boolean isAtRest = status == DiskStatus.AVAILABLE || status == DiskStatus.ERROR;
            return isAtRest && host.equals(computeMachineId);
        }
    }

    /**
     * Decides it.
     *
     * @param disk empty where it is no more
     */
    static DiskCheckMove of(DiskCheck check, Optional<SeenDisk> disk, HostState host, Instant now) {
        if (check.isReleased) {
            return new DiskCheckMove(disk.isEmpty() ? Kind.END : Kind.REST, null);
        }
        if (!check.isLeaving()) {
            if (host == HostState.DELETED) {
                return new DiskCheckMove(Kind.FAIL, GONE);
            }
            if (disk.filter(seen -> seen.isAtRestOn(check.host())).isEmpty()) {
                return new DiskCheckMove(Kind.CANCEL, CHANGED);
            }
            if (check.isLate(now)) {
                return new DiskCheckMove(Kind.FAIL, check.lateness());
            }
        }
        return of(HostedMove.of(check, host, now));
    }

    private static DiskCheckMove of(HostedMove move) {
        Kind kind =
                switch (move.kind()) {
                    case REST -> Kind.REST;
                    case TELL -> Kind.TELL;
                    case READY -> Kind.RESULT;
                    case FAIL, EXPLAIN -> Kind.EXPLAIN;
                    case FINISH -> Kind.RELEASE;
                };
        return new DiskCheckMove(kind, move.reason());
    }
}
