package io.skyholm.compute.lifecycle;

import static io.skyholm.compute.lifecycle.NextStep.Phase.ANY;
import static io.skyholm.compute.lifecycle.NextStep.Phase.LEAVING;
import static io.skyholm.compute.lifecycle.NextStep.Phase.PLACED;
import static io.skyholm.compute.lifecycle.NextStep.Phase.REMOVING;
import static io.skyholm.compute.lifecycle.NextStep.Phase.UNPLACED;

import java.util.List;
import java.util.function.Predicate;

/**
 * Decides what is done next with an instance: the first row whose condition holds. It is the same whatever woke it, and
 * after any crash, since all that it asks is read from the database.
 */
final class NextStep {

    static final List<Row> TABLE = List.of(
            new Row(ANY, CurrentState::isDeleted, Step.REST),
            new Row(ANY, CurrentState::isMachineLost, Step.LEAVE_LOST_MACHINE),
            new Row(ANY, CurrentState::isOverdue, Step.FAIL_OVERDUE),
            // All it took is given back, the virtual machine first: or it would run on with another's ports.
            new Row(REMOVING, CurrentState::isDesiredOnHost, Step.TELL_ABSENT),
            new Row(REMOVING, CurrentState::isProvenGone, Step.WITHDRAW),
            new Row(REMOVING, CurrentState::isKnownToHost, Step.WAIT),
            new Row(REMOVING, CurrentState::wantsParts, Step.RELEASE_PARTS),
            new Row(REMOVING, CurrentState::holdsParts, Step.WAIT),
            new Row(REMOVING, NextStep::otherwise, Step.RELEASE),
            // Without a machine.
            new Row(UNPLACED, CurrentState::isIdle, Step.REST),
            new Row(UNPLACED, CurrentState::searchesPlace, Step.PLACE),
            new Row(UNPLACED, NextStep::otherwise, Step.COMPLETE),
            // It leaves its machine for another, which it gets when nothing of it runs on the first.
            new Row(LEAVING, CurrentState::isDesiredOnHost, Step.TELL_ABSENT),
            new Row(LEAVING, CurrentState::isProvenGone, Step.WITHDRAW),
            new Row(LEAVING, CurrentState::isKnownToHost, Step.WAIT),
            new Row(LEAVING, NextStep::otherwise, Step.LEAVE_MACHINE),
            // On its machine: the parts, then the host, then the books.
            new Row(PLACED, CurrentState::isBetterElsewhere, Step.TRY_ELSEWHERE),
            new Row(PLACED, CurrentState::isFailedByPart, Step.FAIL_PART),
            new Row(PLACED, CurrentState::lacksPart, Step.WAIT),
            new Row(PLACED, CurrentState::isUntold, Step.TELL),
            new Row(PLACED, CurrentState::breaksUnnoticed, Step.SHOW_BROKEN),
            new Row(PLACED, CurrentState::isUnsettled, Step.WAIT),
            new Row(PLACED, CurrentState::holdsTooMuch, Step.SHRINK),
            new Row(PLACED, CurrentState::isUndeletable, Step.WAIT),
            new Row(PLACED, CurrentState::isUnfinished, Step.COMPLETE),
            new Row(PLACED, NextStep::otherwise, Step.REST));

    private NextStep() {}

    static Step of(CurrentState state) {
        return row(state).step();
    }

    static Row row(CurrentState state) {
        Phase phase = phase(state);
        return TABLE.stream()
                .filter(row -> row.phase() == ANY || row.phase() == phase)
                .filter(row -> row.condition().test(state))
                .findFirst()
                .orElseThrow();
    }

    /** The last row of a phase holds for whatever is left. */
    static boolean otherwise(CurrentState anything) {
        return true;
    }

    private static Phase phase(CurrentState state) {
        if (state.isRemoved()) {
            return REMOVING;
        }
        if (!state.isPlaced()) {
            return UNPLACED;
        }
        return state.isLeaving() ? LEAVING : PLACED;
    }

    /** Which rows are asked. */
    enum Phase {
        ANY,
        REMOVING,
        UNPLACED,
        LEAVING,
        PLACED
    }

    /** One row. */
    record Row(Phase phase, Predicate<CurrentState> condition, Step step) {}
}
