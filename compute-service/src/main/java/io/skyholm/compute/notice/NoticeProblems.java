package io.skyholm.compute.notice;

import static io.skyholm.runtime.problem.ProblemKind.CONFLICT;

import io.skyholm.compute.drain.Blocker;
import io.skyholm.events.compute.MaintenanceNoticeStatus;
import io.skyholm.runtime.problem.Problem;
import java.time.Instant;

/** What can go wrong with maintenance notices. */
final class NoticeProblems {

    private NoticeProblems() {}

    static Problem notFound() {
        return Problem.notFound("maintenance notice");
    }

    static Problem outside(Instant startsAt) {
        return Problem.invalid("moveAt", "must be between now and " + startsAt + ", when the maintenance begins");
    }

    static Problem notToChoose(MaintenanceNoticeStatus status) {
        return Problem.of(
                CONFLICT,
                "MAINTENANCE_NOTICE_STATUS",
                "The notice is " + status + "; a time is chosen before anything is done about it");
    }

    static Problem notToMove(MaintenanceNoticeStatus status) {
        return Problem.of(
                CONFLICT, "MAINTENANCE_NOTICE_STATUS", "The notice is " + status + "; there is nothing left to move");
    }

    /** The same words as the operator is told, by a code for each reason. */
    static Problem blocked(Blocker blocker) {
        return Problem.of(CONFLICT, "MOVE_BLOCKED_" + blocker.reason(), blocker.detail());
    }

    static Problem notNow() {
        return Problem.of(CONFLICT, "INSTANCE_BUSY", "Something else is going on with the instance; wait for its end");
    }
}
