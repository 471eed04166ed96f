package io.skyholm.compute.action;

import io.skyholm.compute.instance.Instance;
import io.skyholm.compute.instance.Instances;
import io.skyholm.compute.operation.RequiredPermission;
import io.skyholm.compute.placement.InstanceWaker;
import io.skyholm.events.access.Permission;
import io.skyholm.events.operation.OperationKind;
import io.skyholm.events.operation.OperationStatus;
import io.skyholm.operations.Operation;
import io.skyholm.operations.OperationOwner;
import io.skyholm.operations.OperationProblems;
import io.skyholm.operations.OperationRecorder;
import io.skyholm.operations.OperationView;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Cancels operations on instances, and tries them again. */
@Singleton
class InstanceOperations implements OperationOwner {

    private final ActionStarter starter;
    private final ActionEnder ender;
    private final OperationRecorder operations;
    private final RetryChecks checks;
    private final InstanceWaker waker;

    InstanceOperations(
            ActionStarter starter,
            ActionEnder ender,
            OperationRecorder operations,
            RetryChecks checks,
            InstanceWaker waker) {
        this.starter = starter;
        this.ender = ender;
        this.operations = operations;
        this.checks = checks;
        this.waker = waker;
    }

    @Override
    public String resourceType() {
        return "INSTANCE";
    }

    @Override
    public Permission permission(OperationKind kind) {
        return RequiredPermission.of(kind);
    }

    @Override
    public Uni<Void> hold(Work work, OperationView operation) {
        return work.lock(Instance.class, operation.resourceId()).replaceWithVoid();
    }

    @Override
    public Uni<OperationView> cancel(Call call, Work work, Operation operation) {
        return Instances.held(work, operation.resourceId())
                .chain(instance -> switch (ActionRules.of(operation.kind()).cancel()) {
                    case NEVER -> throw OperationProblems.notToCancel(operation.kind());
                    case FAIL -> end(work, instance, operation, false);
                    case STOP -> end(work, instance, operation, true);
                    case UNDELETE -> undelete(call, work, instance, operation);
                });
    }

    /** What was stopped on request is no error; it is only not what was asked for. */
    private Uni<OperationView> end(Work work, Instance instance, Operation operation, boolean stops) {
        return ender.end(work, instance, operation, OperationStatus.CANCELLED, "It was cancelled")
                .invoke(() -> {
                    if (stops) {
                        instance.stopping();
                    }
                    waker.wake(work, instance.id());
                })
                .call(() -> work.update(instance))
                .map(operations::view);
    }

    private Uni<OperationView> undelete(Call call, Work work, Instance instance, Operation operation) {
        if (!instance.deletion().isUndeletable(work.now())) {
            throw OperationProblems.notToCancel(operation.kind());
        }
        return begin(
                call,
                work,
                instance,
                InstanceAction.of(OperationKind.UNDELETE, call.caller().id()));
    }

    @Override
    public Uni<Void> checkRetry(Call call, OperationView operation) {
        return checks.check(call, operation);
    }

    @Override
    public Uni<OperationView> retry(Call call, Work work, Operation operation) {
        return Instances.held(work, operation.resourceId())
                .chain(instance -> begin(
                        call,
                        work,
                        instance,
                        InstanceAction.again(instance, operation, call.caller().id())));
    }

    /** What begins may be another kind than the operation, with a permission of its own. */
    private Uni<OperationView> begin(Call call, Work work, Instance instance, InstanceAction action) {
        call.caller().require(permission(action.kind()));
        return starter.beginPaid(work, instance, action);
    }
}
