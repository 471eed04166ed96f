package io.skyholm.compute.instance;

import io.skyholm.events.compute.InstanceStatus;
import io.skyholm.events.compute.OperationKind;

/** How something that did not succeed is tried again with what the instance has become since. */
record Again(Instance instance, Act act) {

    static Again of(Instance instance, Act act) {
        Object request = act.request() instanceof ResizeRequest resize
                ? new ResizeRequest(resize.wanted(), instance.size(), resize.planId(), instance.planId)
                : act.request();
        return new Again(instance, new Act(kind(instance, act.kind()), act.by(), act.parent(), request));
    }

    /** What has failed is off; whatever brings it back on is a start. */
    private static OperationKind kind(Instance instance, OperationKind kind) {
        boolean off = instance.status == InstanceStatus.ERROR || instance.status == InstanceStatus.STOPPED;
        return switch (kind) {
            case START, RESTART, RESUME, RECOVER, MOVE -> off ? OperationKind.START : kind;
            default -> kind;
        };
    }
}
