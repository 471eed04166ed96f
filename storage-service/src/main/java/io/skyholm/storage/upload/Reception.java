package io.skyholm.storage.upload;

import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.storage.StorageSettings;
import io.skyholm.storage.object.StoreAccess;
import io.skyholm.storage.version.VersionLife;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;

/** Receives the pieces of uploads: bytes to the store, and how far they have come to the database, in this order. */
@ApplicationScoped
class Reception {

    private final StoreAccess objects;
    private final UploadStore store;
    private final VersionLife versions;
    private final TenantTransaction transactions;
    private final StorageSettings settings;

    Reception(
            StoreAccess objects,
            UploadStore store,
            VersionLife versions,
            TenantTransaction transactions,
            StorageSettings settings) {
        this.objects = objects;
        this.store = store;
        this.versions = versions;
        this.transactions = transactions;
        this.settings = settings;
    }

    /** Takes what comes until it ends, be it whole or cut; whoever holds the upload no longer learns so and stops. */
    Uni<UploadView> receive(Call call, Hold hold, NextPiece next, IncomingBytes incoming) {
        return objects.work(it -> Piece.begin(it, hold, next.checksum(), settings.checkpoint()))
                .chain(piece -> pieces(call, hold, piece, incoming).onFailure().call(() -> objects.run(piece::drop)))
                .onFailure()
                .call(() -> transactions.change(call.cause(), work -> store.release(work, hold)));
    }

    private Uni<UploadView> pieces(Call call, Hold hold, Piece piece, IncomingBytes incoming) {
        incoming.begin(hold.left());
        return Multi.createBy()
                .repeating()
                .uni(() -> next(incoming).call(chunk -> take(call, hold, piece, chunk)))
                .whilst(chunk -> !chunk.isLast())
                .collect()
                .last()
                .chain(last -> objects.work(it -> piece.end(last.isCut())))
                .call(size -> objects.run(piece::drop))
                .chain(size -> transactions.change(call.cause(), work -> end(work, hold, size)));
    }

    private static Uni<Chunk> next(IncomingBytes incoming) {
        return Uni.createFrom().emitter(taker -> incoming.next(taker::complete));
    }

    private Uni<Void> take(Call call, Hold hold, Piece piece, Chunk chunk) {
        if (chunk.isTooMuch()) {
            throw UploadProblems.tooMuch(hold.left());
        }
        return chunk.bytes().length() == 0
                ? Uni.createFrom().voidItem()
                : objects.work(it -> {
                            piece.write(ByteBuffer.wrap(chunk.bytes().getBytes()));
                            return piece.isDue();
                        })
                        .chain(due ->
                                due ? note(call, hold, piece) : Uni.createFrom().voidItem());
    }

    private Uni<Void> note(Call call, Hold hold, Piece piece) {
        return objects.work(it -> piece.sync())
                .chain(size -> transactions.change(call.cause(), work -> store.advance(work, hold, size)));
    }

    /** Versions are held before their uploads, as everywhere. */
    private Uni<UploadView> end(Work work, Hold hold, long size) {
        if (size == 0) {
            return store.release(work, hold).chain(() -> store.get(work, hold.uploadId()));
        }
        return versions.alone(work, hold.versionId())
                .chain(() -> store.advance(work, hold, size))
                .chain(() -> hold.isCompleteWith(size) ? complete(work, hold) : store.release(work, hold))
                .chain(() -> store.get(work, hold.uploadId()));
    }

    private Uni<Void> complete(Work work, Hold hold) {
        return store.end(work, hold.uploadId(), UploadStatus.COMPLETED)
                .chain(() -> versions.received(work, hold.versionId(), hold.uploadId()));
    }
}
