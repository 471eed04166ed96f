package io.skyholm.compute.selection;

import static io.skyholm.runtime.problem.ProblemKind.CONFLICT;

import io.skyholm.runtime.problem.Problem;
import java.util.List;

/** What can go wrong with many instances at once. */
final class SelectionProblems {

    static final String ANOTHERS = "It is another tenant's than the first";

    private SelectionProblems() {}

    static Problem mayNotDelete() {
        return Problem.forbidden("Deleting instances takes the permission INSTANCE:DELETE");
    }

    static Problem noneCan(List<String> refused) {
        return Problem.of(CONFLICT, "NONE_CAN", "None of them can do that now. " + String.join("; ", refused));
    }
}
