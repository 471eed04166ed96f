package io.skyholm.operations;

import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;

/** Knows how operations on a kind of resource are given up and tried again. */
public interface OperationOwner {

    /** The kind of resource, as operations name it. */
    String resourceType();

    /** Locks what the operation is about, before the operation itself is locked: everybody takes the two in that order. */
    Uni<Void> hold(Work work, OperationView operation);

    /** Gives an open operation up, or refuses; ends it. */
    Uni<OperationView> cancel(Call call, Work work, Operation operation);

    /** Begins anew what an ended operation did not do. */
    Uni<OperationView> retry(Call call, Work work, Operation operation);
}
