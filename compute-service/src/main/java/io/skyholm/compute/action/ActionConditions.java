package io.skyholm.compute.action;

import io.skyholm.compute.instance.Deletion.Intent;
import io.skyholm.compute.instance.Instance;
import io.skyholm.compute.instance.InstanceProblems;
import io.skyholm.events.compute.InstanceStatus;
import io.skyholm.events.operation.OperationKind;
import io.skyholm.runtime.problem.Problem;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What has to be true of an instance for an operation to begin. Which operation takes the place of which is another question. */
final class ActionConditions {

    private ActionConditions() {}

    /**
     * Why it cannot begin with an instance that a caller names; empty if it can. A retry is asked as a direct call is, since the
     * instance may have changed after the first try. The status counts only while nothing is being done: it is that of the
     * operation which this one may interrupt.
     */
    static Optional<Problem> refusal(Instance instance, InstanceAction action, Instant now) {
        if (action.kind() == OperationKind.UNDELETE && !instance.deletion().isUndeletable(now)) {
            return Optional.of(InstanceProblems.notToUndelete());
        }
        return ofTransfer(instance)
                .or(() -> ofProtection(instance, action))
                .or(() -> ofRelease(instance, action))
                .or(() -> instance.progress().operationId() == null ? ofStatus(instance, action) : Optional.empty());
    }

    /** The same for one of many: nobody waits for it, so what is being deleted is left alone, and its status always counts. */
    static Optional<Problem> refusalOfOneAmongMany(Instance instance, InstanceAction action) {
        return ofTransfer(instance)
                .or(() -> ofProtection(instance, action))
                .or(() -> ofDeletion(instance))
                .or(() -> ofStatus(instance, action));
    }

    /** Why it has not begun with one of many: one that could do it and did not is busy with something else. */
    static Problem whyNotBegun(Instance instance, InstanceAction action) {
        return refusalOfOneAmongMany(instance, action).orElseGet(InstanceProblems::busy);
    }

    /** Whoever has it next decides what it does. */
    private static Optional<Problem> ofTransfer(Instance instance) {
        return instance.isBeingTransferred() ? Optional.of(InstanceProblems.isBeingTransferred()) : Optional.empty();
    }

    /** Whether something runs, or is larger, after it that did not or was not before; what cannot begin costs nothing. */
    static boolean costsMore(Instance instance, InstanceAction action) {
        return refusalOfOneAmongMany(instance, action).isEmpty()
                && switch (action.kind()) {
                    case CREATE, START, RESUME, RESIZE -> true;
                    case REBUILD -> instance.progress().status() != InstanceStatus.RUNNING;
                    default -> false;
                };
    }

    /** What is made larger goes on being paid, and only the difference is not held yet. */
    static @Nullable UUID planToPay(Instance instance, InstanceAction action) {
        return action.kind() == OperationKind.RESIZE
                ? null
                : instance.allocation().planId();
    }

    private static Optional<Problem> ofProtection(Instance instance, InstanceAction action) {
        return action.kind() == OperationKind.DELETE && instance.deletion().isProtected()
                ? Optional.of(InstanceProblems.isProtected())
                : Optional.empty();
    }

    /** What is being given back is only deleted. */
    private static Optional<Problem> ofRelease(Instance instance, InstanceAction action) {
        return instance.deletion().intent() == Intent.RELEASE && action.kind() != OperationKind.DELETE
                ? Optional.of(InstanceProblems.givingBack())
                : Optional.empty();
    }

    private static Optional<Problem> ofDeletion(Instance instance) {
        return instance.deletion().intent() == Intent.KEEP
                ? Optional.empty()
                : Optional.of(InstanceProblems.givingBack());
    }

    private static Optional<Problem> ofStatus(Instance instance, InstanceAction action) {
        return action.rule().canBegin(instance)
                ? Optional.empty()
                : Optional.of(InstanceProblems.notNow(
                        action.kind(), instance.progress().status()));
    }
}
