package io.skyholm.storage.upload;

import io.skyholm.events.identity.CountedKind;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.page.ListPart;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.quota.RowQuotas;
import io.skyholm.runtime.reconcile.ReconcileQueue;
import io.skyholm.runtime.tenant.Ids;
import io.skyholm.runtime.tenant.Uncancellable;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.storage.StorageSettings;
import io.skyholm.storage.upload.PartSender.Access;
import io.skyholm.storage.upload.UploadStore.NewUpload;
import io.skyholm.storage.version.VersionLifecycle;
import io.skyholm.storage.version.VersionReader;
import io.skyholm.storage.version.VersionView;
import io.skyholm.storage.wallet.Wallets;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be done with uploads; who may change the image may upload. */
@ApplicationScoped
class Uploads {

    /** Longer than any part is let come in. */
    private static final Duration TO_THE_END = Duration.ofDays(30);

    private final Commands commands;
    private final VersionLifecycle versions;
    private final VersionReader reader;
    private final UploadStore store;
    private final PartUploads partUploads;
    private final Wallets wallets;
    private final RowQuotas quotas;
    private final ReconcileQueue queue;
    private final StorageSettings settings;

    Uploads(
            Commands commands,
            VersionLifecycle versions,
            VersionReader reader,
            UploadStore store,
            PartUploads partUploads,
            Wallets wallets,
            RowQuotas quotas,
            ReconcileQueue queue,
            StorageSettings settings) {
        this.commands = commands;
        this.versions = versions;
        this.reader = reader;
        this.store = store;
        this.partUploads = partUploads;
        this.wallets = wallets;
        this.quotas = quotas;
        this.queue = queue;
        this.settings = settings;
    }

    Uni<UploadView> create(Call call, UUID image, UUID version, BeginUpload command) {
        return commands.changeOnce(
                call, new OfVersion(version, command), UploadView.class, work -> versions.lockedForUpload(
                                call, work, image, version)
                        .call(() -> store.checkNone(work, version))
                        .call(held -> wallets.require(work, held.tenantId()))
                        .call(held -> quotas.claim(work, held.tenantId(), CountedKind.IMAGE_UPLOADS))
                        .chain(held -> insert(call, work, held, command)));
    }

    private Uni<UploadView> insert(Call call, Work work, VersionView version, BeginUpload command) {
        UUID id = Ids.next();
        queue.wake(work, UploadReconciler.KIND, id);
        return versions.announceBytes(work, version.imageId(), version.id(), id, command.length())
                .chain(() -> store.insert(
                        work,
                        version,
                        new NewUpload(
                                id,
                                command.length(),
                                command.metadata(),
                                call.caller().id(),
                                false,
                                null)));
    }

    /** Whoever goes on sending is heard to the end, and what has come is kept, whether or not somebody waits for the answer. */
    Uni<UploadView> append(Call call, NextPart part, Access access, IncomingBytes incoming) {
        PartSender sender = new PartSender(
                call.cause(), access, (work, version) -> versions.lockedForChange(call, work, part.imageId(), version)
                        .replaceWithVoid());
        return Uncancellable.of(commands.change(call, work -> lease(call, work, part))
                .chain(lease -> call.conditions().dryRun()
                        ? unheard(call, part, incoming)
                        : receive(sender, lease, part.checksum(), incoming))
                .onFailure()
                .invoke(incoming::discard));
    }

    private Uni<UploadView> receive(
            PartSender sender, UploadLease lease, @Nullable PartChecksum checksum, IncomingBytes incoming) {
        return partUploads
                .begin(sender, lease, checksum, incoming)
                .chain(transfer -> partUploads.goOn(transfer, TO_THE_END))
                .map(Optional::orElseThrow);
    }

    private Uni<UploadLease> lease(Call call, Work work, NextPart part) {
        return versions.lockedForChange(call, work, part.imageId(), part.versionId())
                .chain(() -> store.locked(call, work, part.versionId(), part.uploadId()))
                .map(row -> row.take(part.offset(), Ids.next(), settings))
                .call(lease -> store.take(work, lease));
    }

    private Uni<UploadView> unheard(Call call, NextPart part, IncomingBytes incoming) {
        incoming.discard();
        return get(call, part.imageId(), part.versionId(), part.uploadId());
    }

    /** What has come is removed. */
    Uni<Void> terminate(Call call, UUID image, UUID version, UUID id) {
        return commands.change(call, work -> versions.lockedForChange(call, work, image, version)
                .chain(() -> store.locked(call, work, version, id))
                .chain(() -> store.end(work, id, UploadStatus.TERMINATED))
                .chain(ended -> {
                    if (!ended) {
                        throw UploadProblems.notFound();
                    }
                    return versions.withdrawBytes(work, version, id);
                }));
    }

    Uni<UploadView> get(Call call, UUID image, UUID version, UUID id) {
        return reader.get(call, image, version)
                .chain(() -> store.find(call, version, id))
                .map(found -> found.filter(UploadView::canBeAsked).orElseThrow(UploadProblems::notFound));
    }

    Uni<Page<UploadView>> list(Call call, UUID image, UUID version, ListPart page) {
        return reader.get(call, image, version).chain(() -> store.list(call, version, page));
    }

    /** What a client says of what it will send. */
    record BeginUpload(long length, @Nullable String metadata) {}

    /** Which version it is belongs to what is asked for. */
    private record OfVersion(UUID version, BeginUpload command) {}
}
