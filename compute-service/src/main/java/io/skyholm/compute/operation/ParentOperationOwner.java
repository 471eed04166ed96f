package io.skyholm.compute.operation;

import io.skyholm.events.access.Permission;
import io.skyholm.events.operation.OperationKind;
import io.skyholm.operations.Operation;
import io.skyholm.operations.OperationOwner;
import io.skyholm.operations.OperationProblems;
import io.skyholm.operations.OperationView;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;

/** An operation over many instances is given up and tried again instance by instance. */
public interface ParentOperationOwner extends OperationOwner {

    @Override
    default Permission permission(OperationKind kind) {
        return RequiredPermission.of(kind);
    }

    @Override
    default Uni<OperationView> cancel(Call call, Work work, Operation operation) {
        throw OperationProblems.notToCancel(operation.kind());
    }

    @Override
    default Uni<OperationView> retry(Call call, Work work, Operation operation) {
        throw OperationProblems.notToRetryAsOne();
    }
}
