package io.skyholm.compute.instance;

import static io.skyholm.events.compute.InstanceStatus.ERROR;
import static io.skyholm.events.compute.InstanceStatus.RUNNING;
import static io.skyholm.events.compute.InstanceStatus.STOPPED;
import static io.skyholm.events.compute.InstanceStatus.SUSPENDED;

import io.skyholm.events.compute.InstanceStatus;
import io.skyholm.events.compute.OperationKind;
import java.util.EnumSet;
import java.util.Set;

/** What can be done when, and what takes the place of what. */
final class Allowed {

    /** What a stop ends: everything that would have the instance run. */
    private static final Set<OperationKind> STOPPABLE = Set.of(
            OperationKind.CREATE,
            OperationKind.START,
            OperationKind.RESTART,
            OperationKind.RESUME,
            OperationKind.SUSPEND,
            OperationKind.RECOVER);

    private Allowed() {}

    static boolean in(InstanceStatus status, OperationKind kind) {
        return switch (kind) {
            case CREATE -> status == ERROR;
            case START -> Set.of(STOPPED, ERROR).contains(status);
            case RESUME -> status == SUSPENDED;
            case RESTART, SUSPEND -> status == RUNNING;
            case RESIZE, RESET_PASSWORD -> Set.of(RUNNING, STOPPED).contains(status);
            case REBUILD -> Set.of(RUNNING, STOPPED, ERROR).contains(status);
            case MOVE -> Set.of(RUNNING, STOPPED, SUSPENDED).contains(status);
            case STOP ->
                !EnumSet.of(STOPPED, InstanceStatus.DELETING, InstanceStatus.DELETED)
                        .contains(status);
            case DELETE -> status != InstanceStatus.DELETED;
            case UNDELETE -> Set.of(InstanceStatus.DELETING, ERROR).contains(status);
            case RECOVER, START_SET, STOP_SET, LAUNCH_SET, START_MANY, STOP_MANY, RESTART_MANY, DELETE_MANY -> false;
        };
    }

    /** Whether one may end another that is going on. */
    static boolean supersedes(OperationKind newer, OperationKind older) {
        return switch (newer) {
            case DELETE -> older != OperationKind.DELETE;
            case STOP -> STOPPABLE.contains(older);
            case UNDELETE -> older == OperationKind.DELETE;
            default -> false;
        };
    }
}
