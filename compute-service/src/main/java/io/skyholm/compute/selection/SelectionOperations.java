package io.skyholm.compute.selection;

import io.skyholm.compute.operation.ParentOperationOwner;
import io.skyholm.operations.OperationView;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** What holds of operations on many instances. */
@Singleton
class SelectionOperations implements ParentOperationOwner {

    static final String TYPE = "INSTANCES";

    @Override
    public String resourceType() {
        return TYPE;
    }

    /** It is about nothing that is not held for each of its children. */
    @Override
    public Uni<Void> hold(Work work, OperationView operation) {
        return Uni.createFrom().voidItem();
    }
}
