package io.skyholm.compute.datacenter;

import static io.skyholm.runtime.problem.ProblemKind.CONFLICT;

import io.skyholm.events.compute.DataCenterStatus;
import io.skyholm.runtime.problem.Conflicts;
import io.skyholm.runtime.problem.Problem;
import org.jspecify.annotations.Nullable;

/** What can go wrong with data centres. */
final class DataCenterProblems {

    /** What its unique indexes refuse. */
    static final Conflicts CONFLICTS = Conflicts.of(
            "edge_data_center_name", "DATA_CENTER_NAME_TAKEN", "Another data centre has this name; choose another");

    private DataCenterProblems() {}

    static Problem notEmpty() {
        return Problem.of(
                CONFLICT, "DATA_CENTER_NOT_EMPTY", "This data centre still has pools or machines; delete them first");
    }

    static void requireNotDeleted(@Nullable DataCenterStatus status) {
        if (status == DataCenterStatus.DELETED) {
            throw Problem.invalid("status", "cannot be set to DELETED; use DELETE");
        }
    }

    /** A range has two ends, in their order. */
    static void requireRange(@Nullable Integer start, @Nullable Integer end) {
        if ((start == null) != (end == null)) {
            throw Problem.invalid(
                    start == null ? "vlanRangeStart" : "vlanRangeEnd",
                    "is missing: give both ends of the range, or none");
        }
        if (start != null && end != null && start > end) {
            throw Problem.invalid("vlanRangeEnd", "is before vlanRangeStart");
        }
    }
}
