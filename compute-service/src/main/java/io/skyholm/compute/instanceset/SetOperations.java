package io.skyholm.compute.instanceset;

import io.skyholm.compute.operation.RequiredPermission;
import io.skyholm.events.access.Permission;
import io.skyholm.events.operation.OperationKind;
import io.skyholm.operations.Operation;
import io.skyholm.operations.OperationOwner;
import io.skyholm.operations.OperationProblems;
import io.skyholm.operations.OperationView;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Operations on whole sets are given up and tried again member by member. */
@Singleton
class SetOperations implements OperationOwner {

    @Override
    public String resourceType() {
        return "INSTANCE_SET";
    }

    @Override
    public Permission permission(OperationKind kind) {
        return RequiredPermission.of(kind);
    }

    @Override
    public Uni<Void> hold(Work work, OperationView operation) {
        return work.lock(InstanceSet.class, operation.resourceId()).replaceWithVoid();
    }

    @Override
    public Uni<OperationView> cancel(Call call, Work work, Operation operation) {
        throw OperationProblems.notToCancel(operation.kind());
    }

    @Override
    public Uni<OperationView> retry(Call call, Work work, Operation operation) {
        throw OperationProblems.notToRetryAsOne();
    }
}
