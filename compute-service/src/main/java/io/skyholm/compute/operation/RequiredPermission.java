package io.skyholm.compute.operation;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.Permission;
import io.skyholm.events.access.ResourceType;
import io.skyholm.events.operation.OperationKind;

/** The permission that each kind of operation needs, as the resource that begins it says in its {@code @Requires}. */
public final class RequiredPermission {

    private RequiredPermission() {}

    /** A move or a recovery is the platform's: it belongs to whoever runs the machine that the instance leaves. */
    public static Permission of(OperationKind kind) {
        return switch (kind) {
            case CREATE -> new Permission(ResourceType.INSTANCE, Action.CREATE);
            case START, STOP, RESTART, SUSPEND, RESUME, RESET_PASSWORD, UNDELETE, START_MANY, STOP_MANY, RESTART_MANY ->
                new Permission(ResourceType.INSTANCE, Action.EXECUTE);
            case RESIZE, REBUILD -> new Permission(ResourceType.INSTANCE, Action.UPDATE);
            case DELETE, DELETE_MANY -> new Permission(ResourceType.INSTANCE, Action.DELETE);
            case MOVE -> new Permission(ResourceType.SERVER, Action.UPDATE);
            case RECOVER -> new Permission(ResourceType.SERVER, Action.MANAGE);
            case START_SET, STOP_SET, LAUNCH_SET -> new Permission(ResourceType.INSTANCE_SET, Action.EXECUTE);
        };
    }
}
