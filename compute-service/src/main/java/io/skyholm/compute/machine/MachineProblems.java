package io.skyholm.compute.machine;

import static io.skyholm.runtime.problem.ProblemKind.CONFLICT;

import io.skyholm.runtime.problem.DatabaseProblems;
import io.skyholm.runtime.problem.Problem;
import java.time.Duration;

/** What can go wrong with machines. */
final class MachineProblems {

    private MachineProblems() {}

    static Problem keyChangedJustNow() {
        return Problem.tooMany(
                "ENCRYPTION_KEY_JUST_CHANGED",
                "The host has replaced its key for encryption less than a minute ago; try again in a minute",
                Duration.ofMinutes(1));
    }

    static Problem notFound() {
        return Problem.notFound("machine");
    }

    static Problem noSuchPool() {
        return Problem.invalid("resourcePoolId", "names no compute pool");
    }

    static Problem elsewhere() {
        return Problem.invalid("resourcePoolId", "is in another data centre, where this machine does not stand");
    }

    static Problem notEmpty() {
        return Problem.of(CONFLICT, "MACHINE_NOT_EMPTY", "Instances are still on this machine; drain it first");
    }

    static Problem tooSmall() {
        return Problem.of(
                CONFLICT, "ALREADY_PROMISED", "More is promised on this machine than that; move instances away first");
    }

    static Problem movedMeanwhile() {
        return Problem.of(CONFLICT, "The machine was moved to another pool at the same moment; try again");
    }

    static Problem joinedMeanwhile() {
        return Problem.of(CONFLICT, "The machine was joined or deleted at the same moment; try again");
    }

    static Problem decommissioning() {
        return Problem.of(
                CONFLICT, "MACHINE_DECOMMISSIONING", "This machine is being given up; set it to ACTIVE to keep it");
    }

    static Problem notSilent() {
        return Problem.of(
                CONFLICT, "MACHINE_NOT_OFFLINE", "Only a machine that is OFFLINE can be fenced; this one is heard");
    }

    static Problem notSoByHand() {
        return Problem.invalid(
                "status",
                "can be set to ACTIVE or DECOMMISSIONING only; maintenance and deletion have calls of their own");
    }

    /** What a unique index refused, in words. */
    static Throwable explain(Throwable refusal) {
        if (DatabaseProblems.violates("compute_machine_management_ip").test(refusal)) {
            return taken("management address");
        }
        return DatabaseProblems.violates("compute_machine_business_ip").test(refusal)
                ? taken("business address")
                : refusal;
    }

    private static Problem taken(String what) {
        return Problem.of(CONFLICT, "MACHINE_ADDRESS_TAKEN", "Another machine of this data centre has this " + what);
    }
}
