package io.skyholm.compute.action;

import io.skyholm.compute.instance.Deletion.Intent;
import io.skyholm.compute.instance.Instance;
import io.skyholm.compute.instance.InstanceProblems;
import io.skyholm.events.operation.OperationKind;
import io.skyholm.runtime.problem.Problem;
import java.time.Instant;
import java.util.Optional;

/** What has to be true of an instance for an operation to begin. Which operation takes the place of which is another question. */
final class ActionConditions {

    private ActionConditions() {}

    /**
     * Why it cannot begin with an instance that a caller names; empty if it can. A retry is asked as a direct call is, since the
     * instance may have changed after the first try. The status counts only while nothing is being done: it is that of the
     * operation which this one may interrupt.
     */
    static Optional<Problem> refusal(Instance instance, InstanceAction action, Instant now) {
        OperationKind kind = action.kind();
        boolean idle = instance.progress().operationId() == null;
        if (kind == OperationKind.UNDELETE && !instance.deletion().isUndeletable(now)) {
            return Optional.of(InstanceProblems.notToUndelete());
        }
        boolean released = instance.deletion().intent() == Intent.RELEASE && kind != OperationKind.DELETE;
        return refusal(instance, action, released, idle);
    }

    /** The same for one of many: nobody waits for it, so what is being deleted is left alone, and its status always counts. */
    static Optional<Problem> refusalOfOneAmongMany(Instance instance, InstanceAction action) {
        return refusal(instance, action, instance.deletion().intent() != Intent.KEEP, true);
    }

    /** Why it has not begun with one of many: one that could do it and did not is busy with something else. */
    static Problem whyNotBegun(Instance instance, InstanceAction action) {
        return refusalOfOneAmongMany(instance, action).orElseGet(InstanceProblems::busy);
    }

    private static Optional<Problem> refusal(
            Instance instance, InstanceAction action, boolean isReleased, boolean statusCounts) {
        if (action.kind() == OperationKind.DELETE && instance.deletion().isProtected()) {
            return Optional.of(InstanceProblems.isProtected());
        }
        if (isReleased) {
            return Optional.of(InstanceProblems.givingBack());
        }
        return statusCounts && !action.rule().canBegin(instance)
                ? Optional.of(InstanceProblems.notNow(
                        action.kind(), instance.progress().status()))
                : Optional.empty();
    }
}
