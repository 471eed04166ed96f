package io.skyholm.compute.action;

import io.skyholm.compute.instance.Deletion;
import io.skyholm.compute.instance.Deletion.Intent;
import io.skyholm.compute.instance.Instance;
import io.skyholm.compute.instance.InstanceProblems;
import io.skyholm.events.operation.OperationKind;
import java.time.Instant;

/** What has to be true of an instance for an operation to begin. Which operation takes the place of which is another question. */
final class ActionConditions {

    private ActionConditions() {}

    /** Whether it can begin with an instance with which nothing is being done. */
    static boolean hold(Instance instance, InstanceAction action) {
        return action.rule().canBegin(instance)
                && instance.deletion().intent() == Intent.KEEP
                && !isProtectedFrom(instance, action);
    }

    /** Why it cannot begin with one of many instances. */
    static String refusal(Instance instance, InstanceAction action) {
        if (isProtectedFrom(instance, action)) {
            return InstanceProblems.isProtected().detail();
        }
        if (instance.deletion().intent() != Intent.KEEP) {
            return InstanceProblems.givingBack().detail();
        }
        return action.rule().canBegin(instance)
                ? InstanceProblems.busy().detail()
                : InstanceProblems.notNow(action.kind(), instance.progress().status())
                        .detail();
    }

    /**
     * Refuses what an instance does not allow, for a retry as for a direct call: that may have changed since the first try.
     * The status counts only while nothing is being done: it is that of the operation which this one may interrupt.
     */
    static void require(Instance instance, InstanceAction action, Instant now) {
        Deletion deletion = instance.deletion();
        if (isProtectedFrom(instance, action)) {
            throw InstanceProblems.isProtected();
        }
        if (action.kind() == OperationKind.UNDELETE && !deletion.isUndeletable(now)) {
            throw InstanceProblems.notToUndelete();
        }
        if (deletion.intent() == Intent.RELEASE && action.kind() != OperationKind.DELETE) {
            throw InstanceProblems.givingBack();
        }
        boolean idle = instance.progress().operationId() == null;
        if (idle && !action.rule().canBegin(instance)) {
            throw InstanceProblems.notNow(action.kind(), instance.progress().status());
        }
    }

    private static boolean isProtectedFrom(Instance instance, InstanceAction action) {
        return action.kind() == OperationKind.DELETE && instance.deletion().isProtected();
    }
}
