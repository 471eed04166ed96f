package io.skyholm.compute.instance;

import io.skyholm.compute.operation.Operation;
import io.skyholm.compute.operation.OperationOwner;
import io.skyholm.compute.operation.OperationProblems;
import io.skyholm.compute.operation.OperationView;
import io.skyholm.compute.placement.Waiting;
import io.skyholm.events.compute.InstanceStatus;
import io.skyholm.events.compute.OperationKind;
import io.skyholm.events.compute.OperationStatus;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.reconcile.ReconcileQueue;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;

/** Gives operations on instances up, and tries them again. */
@Singleton
class InstanceOperations implements OperationOwner {

    private final Acts acts;
    private final Failing failing;
    private final ReconcileQueue queue;

    InstanceOperations(Acts acts, Failing failing, ReconcileQueue queue) {
        this.acts = acts;
        this.failing = failing;
        this.queue = queue;
    }

    @Override
    public String resourceType() {
        return "INSTANCE";
    }

    @Override
    public Uni<Void> hold(Work work, OperationView operation) {
        return work.lock(Instance.class, operation.resourceId()).replaceWithVoid();
    }

    @Override
    public Uni<OperationView> cancel(Call call, Work work, Operation operation) {
        return held(work, operation).chain(instance -> {
            check(instance, operation);
            if (operation.kind() == OperationKind.DELETE) {
                return acts.begin(
                        work,
                        instance,
                        Act.of(OperationKind.UNDELETE, call.caller().id()));
            }
            return failing.end(work, instance, operation, OperationStatus.CANCELLED, "It was cancelled")
                    .invoke(() -> settle(instance, operation.kind()))
                    .invoke(() -> queue.wake(work, Waiting.KIND, instance.id))
                    .call(() -> work.update(instance))
                    .map(OperationView::of);
        });
    }

    @Override
    public Uni<OperationView> retry(Call call, Work work, Operation operation) {
        Act act = new Act(operation.kind(), call.caller().id(), null, request(operation));
        return held(work, operation)
                .map(instance -> Again.of(instance, act))
                .chain(again -> acts.begin(work, again.instance(), again.act()));
    }

    private static Uni<Instance> held(Work work, Operation operation) {
        return work.lock(Instance.class, operation.resourceId())
                .map(found -> found.filter(instance -> !instance.isDeleted()).orElseThrow(InstanceProblems::notFound));
    }

    private static void check(Instance instance, Operation operation) {
        boolean possible =
                switch (operation.kind()) {
                    case CREATE, START, RESUME, RECOVER, RESIZE -> true;
                    case DELETE -> instance.isUndeletable(Instant.now());
                    default -> false;
                };
        if (!possible) {
            throw OperationProblems.notToCancel(operation.kind());
        }
    }

    /** What was cancelled is no error; it is only not what was asked for. */
    private static void settle(Instance instance, OperationKind kind) {
        if (kind != OperationKind.CREATE && kind != OperationKind.RESIZE) {
            instance.status = instance.hasPlace() ? InstanceStatus.STOPPING : InstanceStatus.STOPPED;
            instance.statusDetail = null;
        }
    }

    private static Object request(Operation operation) {
        return switch (operation.kind()) {
            case RESIZE -> operation.request(ResizeRequest.class);
            case REBUILD -> operation.request(RebuildInstance.class);
            default -> Map.of();
        };
    }
}
