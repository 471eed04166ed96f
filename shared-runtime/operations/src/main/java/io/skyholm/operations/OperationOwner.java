package io.skyholm.operations;

import io.skyholm.events.access.Permission;
import io.skyholm.events.operation.OperationKind;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;

/** Knows how operations on a kind of resource are given up and tried again. */
public interface OperationOwner {

    /** The kind of resource, as operations name it. */
    String resourceType();

    /**
     * The permission that the direct call for such an operation needs. To cancel or retry one takes it too, or else
     * OPERATION:EXECUTE alone would be enough to delete an instance.
     */
    Permission permission(OperationKind kind);

    /** Refuses a retry that the direct call would refuse, from reads that need a connection outside the transaction. */
    default Uni<Void> checkRetry(Call call, OperationView operation) {
        return Uni.createFrom().voidItem();
    }

    /** Locks what the operation is about, before the operation itself is locked: everybody takes the two in that order. */
    Uni<Void> hold(Work work, OperationView operation);

    /** Gives an open operation up, or refuses; ends it. */
    Uni<OperationView> cancel(Call call, Work work, Operation operation);

    /** Begins anew what an ended operation did not do. */
    Uni<OperationView> retry(Call call, Work work, Operation operation);
}
