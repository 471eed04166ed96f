package io.skyholm.storage.upload;

import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.storage.StorageSettings;
import io.skyholm.storage.object.ObjectStorageWorker;
import io.skyholm.storage.version.VersionLifecycle;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Receives the parts of uploads: bytes to the store, and how far they have come to the database, in this order. */
@ApplicationScoped
class PartUploads {

    /** Whoever waits for bytes looks up now and then: the sender may be silent for long. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final ObjectStorageWorker storage;
    private final UploadStore store;
    private final VersionLifecycle versions;
    private final TenantTransaction transactions;
    private final StorageSettings settings;
    private final Vertx vertx;

    PartUploads(
            ObjectStorageWorker storage,
            UploadStore store,
            VersionLifecycle versions,
            TenantTransaction transactions,
            StorageSettings settings,
            Vertx vertx) {
        this.storage = storage;
        this.store = store;
        this.versions = versions;
        this.transactions = transactions;
        this.settings = settings;
        this.vertx = vertx;
    }

    Uni<PartTransfer> begin(
            PartSender sender, UploadLease lease, @Nullable PartChecksum checksum, IncomingBytes incoming) {
        return storage.work(
                        lease.uploadId(), it -> IncomingPart.begin(it, lease, checksum, settings.checkpointInterval()))
                .map(part -> new PartTransfer(sender, lease, part, incoming))
                .invoke(() -> incoming.begin(lease.left()))
                .onFailure()
                .call(() -> release(sender, lease));
    }

    /** Takes what comes for so long, and at its end, be it whole or cut, says how the upload stands; whoever lost the lease fails. */
    Uni<Optional<UploadView>> goOn(PartTransfer transfer, Duration longest) {
        long until = System.nanoTime() + longest.toNanos();
        return Multi.createBy()
                .repeating()
                .uni(() -> next(transfer.incoming()).call(received -> take(transfer, received)))
                .whilst(received -> !received.isLast() && System.nanoTime() < until)
                .collect()
                .last()
                .chain(last ->
                        last.isLast() ? end(transfer, last) : Uni.createFrom().item(Optional.<UploadView>empty()))
                .onFailure()
                .call(() -> drop(transfer));
    }

    /** Ends it where it is. */
    Uni<Void> drop(PartTransfer transfer) {
        return storage.run(transfer.part()::drop)
                .onItemOrFailure()
                .call(() -> release(transfer.sender(), transfer.lease()));
    }

    private Uni<Void> release(PartSender sender, UploadLease lease) {
        return transactions.change(sender.cause(), work -> store.release(work, lease));
    }

    private Uni<ReceivedBytes> next(IncomingBytes incoming) {
        return Uni.createFrom().emitter(taker -> {
            long timer = vertx.setTimer(PATIENCE.toMillis(), passed -> incoming.answerNow());
            incoming.next(received -> {
                vertx.cancelTimer(timer);
                taker.complete(received);
            });
        });
    }

    private Uni<Void> take(PartTransfer transfer, ReceivedBytes received) {
        if (received.isTooMuch()) {
            throw UploadProblems.tooMuch(transfer.lease().left());
        }
        return received.bytes().length() == 0
                ? Uni.createFrom().voidItem()
                : storage.work(it -> {
                            transfer.part()
                                    .write(ByteBuffer.wrap(received.bytes().getBytes()));
                            return transfer.part().isDue();
                        })
                        .chain(due -> due ? note(transfer) : Uni.createFrom().voidItem());
    }

    /** A part with a checksum does not count yet, and keeps its lease. */
    private Uni<Void> note(PartTransfer transfer) {
        UploadLease lease = transfer.lease();
        return transfer.sender()
                .access()
                .check()
                .chain(() -> storage.work(it -> transfer.part().sync()))
                .chain(size ->
                        counted(transfer, work -> size == 0 ? store.renew(work, lease) : advance(work, lease, size)));
    }

    private Uni<Optional<UploadView>> end(PartTransfer transfer, ReceivedBytes last) {
        UploadLease lease = transfer.lease();
        return transfer.sender()
                .access()
                .check()
                .chain(() -> storage.work(it -> transfer.part().end(last.isCut())))
                .call(size -> size == 0 ? drop(transfer) : counted(transfer, work -> end(work, lease, size)))
                .chain(() -> transactions.change(transfer.sender().cause(), work -> store.get(work, lease.uploadId())))
                .map(Optional::of);
    }

    private Uni<Void> end(Work work, UploadLease lease, long size) {
        return advance(work, lease, size)
                .chain(() -> lease.isCompleteWith(size) ? complete(work, lease) : store.release(work, lease));
    }

    private Uni<Void> advance(Work work, UploadLease lease, long size) {
        return store.advance(work, lease, size)
                .invoke(() -> versions.progressed(work, lease.versionId(), lease.offset() + size));
    }

    private Uni<Void> complete(Work work, UploadLease lease) {
        return store.end(work, lease.uploadId(), UploadStatus.COMPLETED)
                .chain(() -> versions.received(work, lease.versionId(), lease.uploadId()));
    }

    /** Versions are held before their uploads, as everywhere. What a transaction has refused does not count; what it may have kept does. */
    private Uni<Void> counted(PartTransfer transfer, Step step) {
        PartSender sender = transfer.sender();
        return transactions
                .change(sender.cause(), work -> sender.claim()
                        .hold(work, transfer.lease().versionId())
                        .chain(() -> step.in(work)))
                .onFailure(Problem.class)
                .invoke(transfer.part()::refuse);
    }

    /** What is written down of a part. */
    @FunctionalInterface
    private interface Step {
        Uni<Void> in(Work work);
    }
}
