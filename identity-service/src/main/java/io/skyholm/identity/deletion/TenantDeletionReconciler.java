package io.skyholm.identity.deletion;

import io.skyholm.identity.tenant.Tenants;
import io.skyholm.runtime.reconcile.Next;
import io.skyholm.runtime.reconcile.Reconciler;
import io.skyholm.runtime.tenant.Cause;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;

/** Has tenants be DELETED once every service has told that it holds nothing more of them. */
@ApplicationScoped
class TenantDeletionReconciler implements Reconciler {

    /** Whatever a service tells, identity included, wakes it. */
    private static final Next LATER = Next.in(Duration.ofSeconds(60));

    private final TenantDeletions deletions;

    TenantDeletionReconciler(TenantDeletions deletions) {
        this.deletions = deletions;
    }

    @Override
    public String kind() {
        return Tenants.DELETION;
    }

    @Override
    public String unrested() {
        return "select id from tenant where status = 'DELETING'";
    }

    @Override
    public Uni<Next> step(UUID id, Cause cause) {
        return deletions.endIfEmpty(id, cause).map(ended -> ended ? Next.DONE : LATER);
    }
}
