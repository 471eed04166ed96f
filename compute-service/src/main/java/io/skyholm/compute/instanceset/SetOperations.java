package io.skyholm.compute.instanceset;

import io.skyholm.compute.operation.ParentOperationOwner;
import io.skyholm.operations.OperationView;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** What holds of operations on whole sets. */
@Singleton
class SetOperations implements ParentOperationOwner {

    @Override
    public String resourceType() {
        return "INSTANCE_SET";
    }

    @Override
    public Uni<Void> hold(Work work, OperationView operation) {
        return work.lock(InstanceSet.class, operation.resourceId()).replaceWithVoid();
    }
}
