package io.skyholm.storage.undo;

import io.skyholm.runtime.reconcile.Next;
import io.skyholm.runtime.reconcile.Reconciler;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.storage.image.Images;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Ends images that can be taken back no longer. One that others still stand on is found again by the next sweep. */
@ApplicationScoped
class DeletedImageReconciler implements Reconciler {

    private final Images images;
    private final TenantTransaction transactions;

    DeletedImageReconciler(Images images, TenantTransaction transactions) {
        this.images = images;
        this.transactions = transactions;
    }

    @Override
    public String kind() {
        return "deleted-image";
    }

    @Override
    public String unrested() {
        return "select id from image where deletable_at <= calendar_now()";
    }

    @Override
    public Uni<Next> step(UUID id, Cause cause) {
        return transactions.change(cause, work -> images.end(work, id)).replaceWith(Next.DONE);
    }
}
