package io.skyholm.storage.upload;

import io.skyholm.events.identity.CountedKind;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.page.ListPart;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.quota.RowQuotas;
import io.skyholm.runtime.reconcile.ReconcileQueue;
import io.skyholm.runtime.tenant.Ids;
import io.skyholm.runtime.tenant.ToTheEnd;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.storage.StorageSettings;
import io.skyholm.storage.upload.UploadStore.NewUpload;
import io.skyholm.storage.version.VersionLife;
import io.skyholm.storage.version.VersionView;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be done with uploads; who may change the image may upload. */
@ApplicationScoped
class Uploads {

    private final Commands commands;
    private final VersionLife versions;
    private final UploadStore store;
    private final Reception reception;
    private final RowQuotas quotas;
    private final ReconcileQueue queue;
    private final StorageSettings settings;

    Uploads(
            Commands commands,
            VersionLife versions,
            UploadStore store,
            Reception reception,
            RowQuotas quotas,
            ReconcileQueue queue,
            StorageSettings settings) {
        this.commands = commands;
        this.versions = versions;
        this.store = store;
        this.reception = reception;
        this.quotas = quotas;
        this.queue = queue;
        this.settings = settings;
    }

    Uni<UploadView> create(Call call, UUID image, UUID version, BeginUpload command) {
        return commands.changeOnce(call, new OfVersion(version, command), UploadView.class, work -> versions.held(
                        call, work, image, version)
                .invoke(Uploads::checkTakesBytes)
                .call(() -> store.checkNone(work, version))
                .call(held -> quotas.claim(work, held.tenantId(), CountedKind.IMAGE_UPLOADS))
                .chain(held -> insert(call, work, held, command)));
    }

    private static void checkTakesBytes(VersionView version) {
        if (!version.status().takesBytes()) {
            throw UploadProblems.hasBytes();
        }
    }

    private Uni<UploadView> insert(Call call, Work work, VersionView version, BeginUpload command) {
        UUID id = Ids.next();
        queue.wake(work, UploadReconciler.KIND, id);
        return versions.expects(work, version.imageId(), version.id(), id, command.length())
                .chain(() ->
                        store.insert(call, work, version, new NewUpload(id, command.length(), command.metadata())));
    }

    /** Whoever goes on sending is heard to the end, and what has come is kept, whether or not somebody waits for the answer. */
    Uni<UploadView> append(Call call, NextPiece piece, IncomingBytes incoming) {
        return ToTheEnd.of(commands.change(call, work -> hold(call, work, piece))
                .chain(hold -> call.conditions().dryRun()
                        ? unheard(call, piece, incoming)
                        : reception.receive(call, hold, piece, incoming))
                .onFailure()
                .invoke(incoming::discard));
    }

    private Uni<Hold> hold(Call call, Work work, NextPiece piece) {
        return versions.held(call, work, piece.imageId(), piece.versionId())
                .chain(() -> store.locked(call, work, piece.versionId(), piece.uploadId()))
                .map(row -> row.take(piece.offset(), Ids.next(), settings.mostParts()))
                .call(hold -> store.hold(work, hold));
    }

    private Uni<UploadView> unheard(Call call, NextPiece piece, IncomingBytes incoming) {
        incoming.discard();
        return get(call, piece.imageId(), piece.versionId(), piece.uploadId());
    }

    /** What has come is removed. */
    Uni<Void> terminate(Call call, UUID image, UUID version, UUID id) {
        return commands.change(call, work -> versions.held(call, work, image, version)
                .chain(() -> store.locked(call, work, version, id))
                .chain(() -> store.end(work, id, UploadStatus.TERMINATED))
                .chain(ended -> {
                    if (!ended) {
                        throw UploadProblems.notFound();
                    }
                    return versions.expectsNothing(work, version, id);
                }));
    }

    Uni<UploadView> get(Call call, UUID image, UUID version, UUID id) {
        return versions.get(call, image, version)
                .chain(() -> store.find(call, version, id))
                .map(found -> found.filter(UploadView::canBeAsked).orElseThrow(UploadProblems::notFound));
    }

    Uni<Page<UploadView>> list(Call call, UUID image, UUID version, ListPart page) {
        return versions.get(call, image, version).chain(() -> store.list(call, version, page));
    }

    /** What a client says of what it will send. */
    record BeginUpload(long length, @Nullable String metadata) {}

    /** Which version it is belongs to what is asked for. */
    private record OfVersion(UUID version, BeginUpload command) {}
}
