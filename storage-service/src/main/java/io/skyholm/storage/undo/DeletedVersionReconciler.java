package io.skyholm.storage.undo;

import io.skyholm.runtime.reconcile.Next;
import io.skyholm.runtime.reconcile.Reconciler;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.storage.version.Versions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Ends versions of images that can be taken back no longer. One that others still stand on is found again by the next sweep. */
@ApplicationScoped
class DeletedVersionReconciler implements Reconciler {

    private final Versions versions;
    private final TenantTransaction transactions;

    DeletedVersionReconciler(Versions versions, TenantTransaction transactions) {
        this.versions = versions;
        this.transactions = transactions;
    }

    @Override
    public String kind() {
        return "deleted-image-version";
    }

    @Override
    public String unrested() {
        return "select id from image_version where deletable_at <= calendar_now()";
    }

    @Override
    public Uni<Next> step(UUID id, Cause cause) {
        return transactions.change(cause, work -> versions.end(work, id)).replaceWith(Next.DONE);
    }
}
