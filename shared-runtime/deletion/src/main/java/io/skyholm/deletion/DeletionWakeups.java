package io.skyholm.deletion;

import io.skyholm.events.Fact;
import io.skyholm.events.deletion.DataOwner;
import io.skyholm.events.identity.TenantFact;
import io.skyholm.events.identity.TenantStatus;
import io.skyholm.events.identity.UserFact;
import io.skyholm.events.identity.UserStatus;
import io.skyholm.runtime.access.KnownFactFollower;
import io.skyholm.runtime.reconcile.ReconcileQueue;
import io.skyholm.runtime.tenant.Work;
import jakarta.inject.Singleton;

/** Begins as soon as it is known that a tenant or a user is deleted. */
@Singleton
class DeletionWakeups implements KnownFactFollower {

    private final ReconcileQueue queue;
    private final Holders holders;

    DeletionWakeups(ReconcileQueue queue, Holders holders) {
        this.queue = queue;
        this.holders = holders;
    }

    @Override
    public void noted(Work work, Fact fact) {
        switch (fact) {
            case TenantFact tenant
            when tenant.status() == TenantStatus.DELETING || tenant.status() == TenantStatus.DELETED ->
                queue.wake(work, TenantDataReconciler.KIND, tenant.id());
            case UserFact user
            when user.status() == UserStatus.DELETED && holders.has(DataOwner.USER) ->
                queue.wake(work, UserDataReconciler.KIND, user.id());
            default -> {}
        }
    }
}
