package io.skyholm.deletion;

import io.skyholm.events.deletion.DataOwner;
import io.skyholm.runtime.reconcile.Next;
import io.skyholm.runtime.reconcile.Reconciler;
import io.skyholm.runtime.tenant.Cause;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Deletes what this service holds of tenants that are deleted, also where it heard of that long ago. */
@Singleton
class TenantDataReconciler implements Reconciler {

    static final String KIND = "tenant-data";

    private static final String TENANT =
            "select id from known_tenant where id = $1 and status in ('DELETING', 'DELETED')";

    private final DataDeletions deletions;

    TenantDataReconciler(DataDeletions deletions) {
        this.deletions = deletions;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String unrested() {
        return """
                select id from known_tenant where status in ('DELETING', 'DELETED') and not exists (
                    select from data_deletion where data_deletion.id = known_tenant.id and completed_at is not null)""";
    }

    @Override
    public Uni<Next> step(UUID id, Cause cause) {
        return deletions.step(DataOwner.TENANT, id, TENANT, cause);
    }
}
