package io.skyholm.storage.upload;

import io.skyholm.events.identity.CountedKind;
import io.skyholm.runtime.quota.RowQuotas;
import io.skyholm.runtime.reconcile.ReconcileQueue;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.Ids;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.storage.upload.UploadStore.NewUpload;
import io.skyholm.storage.version.VersionImports;
import io.skyholm.storage.version.VersionLifecycle;
import io.skyholm.storage.version.VersionView;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Uploads of which the platform is the sender: what it fetches for a version comes in like what a client sends. */
@ApplicationScoped
public class ImportedUploads {

    /** How the refusal is called of an upload that somebody else is at, such as another replica. */
    public static final String BUSY = "UPLOAD_BUSY";

    private final TenantTransaction transactions;
    private final UploadStore store;
    private final VersionLifecycle versions;
    private final VersionImports imports;
    private final PartUploads partUploads;
    private final RowQuotas quotas;
    private final ReconcileQueue queue;

    ImportedUploads(
            TenantTransaction transactions,
            UploadStore store,
            VersionLifecycle versions,
            VersionImports imports,
            PartUploads partUploads,
            RowQuotas quotas,
            ReconcileQueue queue) {
        this.transactions = transactions;
        this.store = store;
        this.versions = versions;
        this.imports = imports;
        this.partUploads = partUploads;
        this.quotas = quotas;
        this.queue = queue;
    }

    /** The one of that version that is open. */
    public Uni<Optional<ImportedUpload>> find(UUID version) {
        return transactions.change(Cause.platform(), work -> store.lockedImport(work, version));
    }

    /** Begins one of so many bytes; what has come of another before is removed. */
    public Uni<ImportedUpload> begin(UUID version, long length, @Nullable String validator) {
        return transactions.change(Cause.platform(), work -> imports.locked(work, version)
                .call(() -> store.lockedImport(work, version).chain(before -> end(work, before)))
                .call(held -> quotas.claim(work, held.tenantId(), CountedKind.IMAGE_UPLOADS))
                .chain(held -> insert(work, held, length, validator)));
    }

    private Uni<Void> end(Work work, Optional<ImportedUpload> before) {
        return before.map(upload -> store.end(work, upload.id(), UploadStatus.TERMINATED)
                        .chain(() -> imports.restarted(work, upload.versionId(), upload.id())))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<ImportedUpload> insert(Work work, VersionView version, long length, @Nullable String validator) {
        UUID id = Ids.next();
        queue.wake(work, UploadReconciler.KIND, id);
        return versions.announceBytes(work, version.imageId(), version.id(), id, length)
                .chain(() -> store.insert(
                        work, version, new NewUpload(id, length, null, version.createdBy(), true, validator)))
                .replaceWith(new ImportedUpload(id, version.id(), length, 0, validator, false));
    }

    /** Begins to take bytes that follow those which have come. */
    public Uni<PartTransfer> take(ImportedUpload upload, ReadStream<Buffer> bytes) {
        UploadLease lease =
                new UploadLease(upload.id(), upload.versionId(), Ids.next(), upload.offsetBytes(), upload.length());
        PartSender sender = new PartSender(
                Cause.platform(),
                () -> imports.checkAllowed(upload.versionId()),
                (work, version) -> imports.locked(work, version).replaceWithVoid());
        IncomingBytes incoming = new IncomingBytes(bytes);
        return transactions
                .change(sender.cause(), work -> leased(work, lease))
                .chain(() -> partUploads.begin(sender, lease, null, incoming));
    }

    /** Somebody else may have begun since it was looked at. */
    private Uni<Void> leased(Work work, UploadLease lease) {
        return store.lockedImport(work, lease.versionId())
                .map(found -> found.filter(upload -> upload.id().equals(lease.uploadId())
                                && upload.offsetBytes() == lease.offset()
                                && !upload.isBusy())
                        .orElseThrow(UploadProblems::busy))
                .chain(() -> store.take(work, lease));
    }

    /** Takes what comes for so long, or to its end, and says whether it has ended. */
    public Uni<Boolean> goOn(PartTransfer transfer, Duration longest) {
        return partUploads.goOn(transfer, longest).map(Optional::isPresent);
    }

    /** Ends it where it is; what has been written down of it is kept. */
    public Uni<Void> drop(PartTransfer transfer) {
        return partUploads.drop(transfer);
    }
}
