package io.skyholm.identity.deletion;

import io.skyholm.deletion.DeletionFollower;
import io.skyholm.events.deletion.DataOwner;
import io.skyholm.identity.tenant.Tenants;
import io.skyholm.runtime.reconcile.ReconcileQueue;
import io.skyholm.runtime.tenant.Work;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Has the deletion of a tenant be looked at once identity's own part of it is done. */
@Singleton
class OwnDeletions implements DeletionFollower {

    private final ReconcileQueue queue;

    OwnDeletions(ReconcileQueue queue) {
        this.queue = queue;
    }

    @Override
    public void completed(Work work, DataOwner owner, UUID id) {
        if (owner == DataOwner.TENANT) {
            queue.wake(work, Tenants.DELETION, id);
        }
    }
}
