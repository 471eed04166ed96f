package io.skyholm.compute.stackscript;

import static io.skyholm.runtime.problem.ProblemKind.CONFLICT;

import io.skyholm.runtime.access.Caller;
import io.skyholm.runtime.problem.DatabaseProblems;
import io.skyholm.runtime.problem.Problem;
import org.jspecify.annotations.Nullable;

/** What can go wrong with StackScripts. */
final class StackScriptProblems {

    private StackScriptProblems() {}

    static Problem noSuchScript() {
        return Problem.invalid("stackScriptId", "names no active StackScript that you may use");
    }

    static void requirePlatformIfPublic(@Nullable Boolean isPublic, Caller caller) {
        if (Boolean.TRUE.equals(isPublic) && !caller.ofPlatform()) {
            throw Problem.forbidden("Only the platform makes StackScripts public; ask the operator");
        }
    }

    /** What a unique index refused, in words. */
    static Throwable explain(Throwable refusal) {
        return DatabaseProblems.violates("stack_script_name").test(refusal)
                ? Problem.of(CONFLICT, "STACK_SCRIPT_NAME_TAKEN", "Another StackScript has this name; choose another")
                : refusal;
    }
}
