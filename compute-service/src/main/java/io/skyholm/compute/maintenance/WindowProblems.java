package io.skyholm.compute.maintenance;

import static io.skyholm.runtime.problem.ProblemKind.CONFLICT;

import io.skyholm.events.compute.MachineStatus;
import io.skyholm.runtime.problem.DatabaseProblems;
import io.skyholm.runtime.problem.Problem;

/** What can go wrong with maintenance windows. */
final class WindowProblems {

    private WindowProblems() {}

    static Problem notFound() {
        return Problem.notFound("maintenance window");
    }

    static void requireKept(MachineStatus adminStatus) {
        if (adminStatus == MachineStatus.DELETED) {
            throw Problem.invalid("computeMachineId", "names no machine");
        }
        if (adminStatus == MachineStatus.DECOMMISSIONING) {
            throw Problem.of(
                    CONFLICT,
                    "MACHINE_DECOMMISSIONING",
                    "This machine is being given up, and emptied for that; set it to ACTIVE to keep it");
        }
    }

    static void requirePlanned(Window window) {
        if (window.status != WindowStatus.PLANNED) {
            throw Problem.of(
                    CONFLICT,
                    "MAINTENANCE_NOT_PLANNED",
                    "The window is " + window.status
                            + "; one that is under way ends when its machine's maintenance is ended");
        }
    }

    /** What a unique index refused, in words. */
    static Throwable explain(Throwable refusal) {
        return DatabaseProblems.violates("maintenance_window_open").test(refusal)
                ? Problem.of(
                        CONFLICT,
                        "MAINTENANCE_PLANNED_ALREADY",
                        "The machine has a window that is planned or under way; change that one or call it off")
                : refusal;
    }
}
