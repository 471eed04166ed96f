package io.skyholm.network.place;

import static io.skyholm.runtime.problem.ProblemKind.CONFLICT;

import io.skyholm.runtime.problem.DatabaseProblems;
import io.skyholm.runtime.problem.Problem;

/** What can go wrong with places. */
final class PlaceProblems {

    private PlaceProblems() {}

    static Problem subnetNotFound() {
        return Problem.invalid("subnetId", "names no subnet of the same tenant");
    }

    /** What a unique index refused, in words. */
    static Throwable explain(Throwable refusal) {
        if (DatabaseProblems.violates("place_name").test(refusal)) {
            return Problem.of(CONFLICT, "PLACE_NAME_TAKEN", "Another place has this name; choose another");
        }
        return DatabaseProblems.violates("place_subnet").test(refusal)
                ? Problem.of(CONFLICT, "SUBNET_HAS_A_PLACE", "The subnet serves another place; a subnet serves one")
                : refusal;
    }
}
