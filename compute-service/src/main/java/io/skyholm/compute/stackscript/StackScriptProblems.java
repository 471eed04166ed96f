package io.skyholm.compute.stackscript;

import io.skyholm.runtime.access.Caller;
import io.skyholm.runtime.problem.Conflicts;
import io.skyholm.runtime.problem.Problem;
import org.jspecify.annotations.Nullable;

/** What can go wrong with StackScripts. */
final class StackScriptProblems {

    /** What its unique indexes refuse. */
    static final Conflicts CONFLICTS = Conflicts.of(
            "stack_script_name", "STACK_SCRIPT_NAME_TAKEN", "Another StackScript has this name; choose another");

    private StackScriptProblems() {}

    static Problem noSuchScript() {
        return Problem.invalid("stackScriptId", "names no active StackScript that you may use");
    }

    static void requirePlatformIfPublic(@Nullable Boolean isPublic, Caller caller) {
        if (Boolean.TRUE.equals(isPublic) && !caller.ofPlatform()) {
            throw Problem.forbidden("Only the platform makes StackScripts public; ask the operator");
        }
    }
}
