package io.skyholm.compute.selection;

import static io.skyholm.runtime.problem.ProblemKind.CONFLICT;

import io.skyholm.compute.operation.InstanceResult;
import io.skyholm.runtime.problem.FieldProblem;
import io.skyholm.runtime.problem.Problem;
import java.util.List;

/** What can go wrong with many instances at once. */
final class SelectionProblems {

    private SelectionProblems() {}

    static Problem mayNotDelete() {
        return Problem.forbidden("Deleting instances takes the permission INSTANCE:DELETE");
    }

    static Problem anothers() {
        return Problem.of(
                CONFLICT, "OTHER_TENANT", "It is another tenant's than the first; name it in a request of its own");
    }

    static Problem noneCan(List<InstanceResult> refused) {
        List<FieldProblem> errors = refused.stream()
                .map(one -> new FieldProblem(one.instanceId().toString(), one.refusal()))
                .toList();
        return Problem.of(CONFLICT, "NONE_CAN", "None of them can do that now", errors);
    }
}
