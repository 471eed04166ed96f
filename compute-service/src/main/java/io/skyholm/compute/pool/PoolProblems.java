package io.skyholm.compute.pool;

import static io.skyholm.runtime.problem.ProblemKind.CONFLICT;

import io.skyholm.events.compute.PoolStatus;
import io.skyholm.runtime.problem.Conflicts;
import io.skyholm.runtime.problem.Problem;
import org.jspecify.annotations.Nullable;

/** What can go wrong with pools. */
final class PoolProblems {

    /** What its unique indexes refuse. */
    static final Conflicts CONFLICTS = Conflicts.of(
            "resource_pool_name", "POOL_NAME_TAKEN", "Another pool of this data centre has this name; choose another");

    private PoolProblems() {}

    static Problem noSuchDataCenter() {
        return Problem.invalid("edgeDataCenterId", "names no data centre");
    }

    static Problem notEmpty() {
        return Problem.of(CONFLICT, "POOL_NOT_EMPTY", "This pool still has machines; move or delete them first");
    }

    static Problem alreadyPromised(long machines) {
        return Problem.of(
                CONFLICT,
                "ALREADY_PROMISED",
                "On %d of this pool's machines more is promised than that would allow; move instances away first"
                        .formatted(machines));
    }

    static void requireNotDeleted(@Nullable PoolStatus status) {
        if (status == PoolStatus.DELETED) {
            throw Problem.invalid("status", "cannot be set to DELETED; use DELETE");
        }
    }
}
