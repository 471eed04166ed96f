package io.skyholm.compute.selection;

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

/** Operations on many instances are given up and tried again instance by instance. */
@Singleton
class SelectionOperations implements OperationOwner {

    static final String TYPE = "INSTANCES";

    @Override
    public String resourceType() {
        return TYPE;
    }

    @Override
    public Permission permission(OperationKind kind) {
        return RequiredPermission.of(kind);
    }

    /** It is about nothing that is not held for each of its parts. */
    @Override
    public Uni<Void> hold(Work work, OperationView operation) {
        return Uni.createFrom().voidItem();
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
