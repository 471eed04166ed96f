package io.skyholm.storage.upload;

import io.skyholm.runtime.reconcile.Next;
import io.skyholm.runtime.reconcile.Reconciler;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.storage.version.VersionLifecycle;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;

/** Ends uploads whose next part did not come in time. */
@ApplicationScoped
class UploadReconciler implements Reconciler {

    static final String KIND = "upload";

    private static final Duration SOON = Duration.ofSeconds(1);

    private final UploadStore store;
    private final VersionLifecycle versions;
    private final TenantTransaction transactions;

    UploadReconciler(UploadStore store, VersionLifecycle versions, TenantTransaction transactions) {
        this.store = store;
        this.versions = versions;
        this.transactions = transactions;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String unrested() {
        return "select id from upload where status = 'OPEN' and expires_at <= calendar_now()";
    }

    @Override
    public Uni<Next> step(UUID id, Cause cause) {
        return transactions.change(cause, work -> store.find(work, id)
                .chain(found -> found.filter(upload -> upload.status() == UploadStatus.OPEN)
                        .map(upload -> step(work, upload))
                        .orElse(Uni.createFrom().item(Next.DONE))));
    }

    private Uni<Next> step(Work work, UploadView upload) {
        if (upload.expiresAt().isAfter(work.now())) {
            return Uni.createFrom().item(Next.at(upload.expiresAt()));
        }
        return versions.lock(work, upload.versionId())
                .chain(() -> store.expire(work, upload.id()))
                .chain(expired -> expired
                        ? versions.withdrawBytes(work, upload.versionId(), upload.id())
                                .replaceWith(Next.DONE)
                        : Uni.createFrom().item(Next.in(SOON)));
    }
}
