package io.skyholm.compute.action;

import io.skyholm.compute.instance.Instance;
import io.skyholm.events.compute.InstanceStatus;
import io.skyholm.events.operation.OperationKind;
import io.skyholm.operations.Operation;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that a caller, or the platform itself, has an instance do, on its own or as the child of another operation. */
public record InstanceAction(
        OperationKind kind, @Nullable UUID by, @Nullable UUID parent, Object request) {

    /** One that needs no more to be said. */
    public static InstanceAction of(OperationKind kind, @Nullable UUID by) {
        return new InstanceAction(kind, by, null, Map.of());
    }

    /** A move away from that machine. */
    public static InstanceAction move(UUID from, @Nullable UUID by) {
        return new InstanceAction(OperationKind.MOVE, by, null, new MoveRequest(from));
    }

    /** The same as an operation that did not succeed. What failed is off; whatever was to bring it back is a start by then. */
    static InstanceAction again(Instance instance, Operation operation, UUID by) {
        ActionRule rule = ActionRules.of(operation.kind());
        InstanceStatus status = instance.progress().status();
        boolean off = status == InstanceStatus.ERROR || status == InstanceStatus.STOPPED;
        boolean starts = off && rule.failure() == ActionFailure.STOP;
        return new InstanceAction(
                starts ? OperationKind.START : operation.kind(),
                by,
                null,
                rule.change().requestAgain(instance, operation));
    }

    /** The same as a child of another operation. */
    public InstanceAction childOf(UUID operation) {
        return new InstanceAction(kind, by, operation, request);
    }

    ActionRule rule() {
        return ActionRules.of(kind);
    }
}
