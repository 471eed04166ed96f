package io.skyholm.compute.action;

import io.skyholm.compute.operation.InstanceResult;
import io.skyholm.events.operation.OperationKind;
import io.skyholm.operations.NewOperation;
import io.skyholm.operations.Operation;
import io.skyholm.operations.OperationRecorder;
import io.skyholm.operations.OperationView;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Operations over many instances: a parent for the whole, with a child for each instance that can. */
@Singleton
public class ParentOperations {

    private final OperationRecorder operations;
    private final ActionStarter starter;

    ParentOperations(OperationRecorder operations, ActionStarter starter) {
        this.operations = operations;
        this.starter = starter;
    }

    /** The whole, in which something can be noted before it begins; it may take that much longer than its children usually do. */
    public Operation prepare(NewOperation whole, Object request, Duration more) {
        return operations.prepare(whole, request, starter.longest().plus(more));
    }

    /** Begins the whole, which ends when the last of its children has. */
    public Uni<Operation> begin(Work work, Operation whole) {
        return operations.begin(work, whole).invoke(begun -> operations.watchChildren(work, begun.id()));
    }

    /** Begins what one instance does for it, or says why that cannot begin now: it keeps no other instance from doing it. */
    public Uni<InstanceResult> beginChild(Work work, Operation whole, UUID instance, @Nullable UUID by) {
        return starter.beginOrExplain(
                work, instance, InstanceAction.of(child(whole.kind()), by).childOf(whole.id()));
    }

    /** The whole as callers see it. */
    public OperationView view(Operation whole) {
        return operations.view(whole);
    }

    /** What each instance does for the whole. */
    static OperationKind child(OperationKind whole) {
        return switch (whole) {
            case START_SET, START_MANY -> OperationKind.START;
            case STOP_SET, STOP_MANY -> OperationKind.STOP;
            case RESTART_MANY -> OperationKind.RESTART;
            case DELETE_MANY -> OperationKind.DELETE;
            case LAUNCH_SET,
                    CREATE,
                    START,
                    STOP,
                    RESTART,
                    SUSPEND,
                    RESUME,
                    RESIZE,
                    REBUILD,
                    RESET_PASSWORD,
                    DELETE,
                    UNDELETE,
                    MOVE,
                    RECOVER -> throw new IllegalArgumentException(whole + " has no child for each instance");
        };
    }
}
