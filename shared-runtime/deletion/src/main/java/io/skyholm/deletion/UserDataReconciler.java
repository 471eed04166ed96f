package io.skyholm.deletion;

import io.skyholm.events.deletion.DataOwner;
import io.skyholm.runtime.reconcile.Next;
import io.skyholm.runtime.reconcile.Reconciler;
import io.skyholm.runtime.tenant.Cause;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Deletes what this service holds of users who are deleted. */
@Singleton
class UserDataReconciler implements Reconciler {

    static final String KIND = "user-data";

    private static final String TENANT = "select tenant_id from known_user where id = $1 and status = 'DELETED'";

    private final DataDeletions deletions;
    private final Holders holders;

    UserDataReconciler(DataDeletions deletions, Holders holders) {
        this.deletions = deletions;
        this.holders = holders;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** Where nothing is a user's, there is nothing to prove for each of them. */
    @Override
    public String unrested() {
        if (!holders.has(DataOwner.USER)) {
            return Reconciler.super.unrested();
        }
        return """
                select id from known_user where status = 'DELETED' and not exists (
                    select from data_deletion where data_deletion.id = known_user.id and completed_at is not null)""";
    }

    @Override
    public Uni<Next> step(UUID id, Cause cause) {
        return deletions.step(DataOwner.USER, id, TENANT, cause);
    }
}
