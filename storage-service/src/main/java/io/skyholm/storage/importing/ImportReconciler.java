package io.skyholm.storage.importing;

import io.skyholm.runtime.reconcile.Next;
import io.skyholm.runtime.reconcile.Reconciler;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.Sequentially;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.time.CalendarClock;
import io.skyholm.runtime.time.RealTime;
import io.skyholm.storage.importing.RunningImports.Place;
import io.skyholm.storage.importing.RunningImports.Running;
import io.skyholm.storage.source.SourceAwayException;
import io.skyholm.storage.source.SourceClient;
import io.skyholm.storage.source.SourceRefusedException;
import io.skyholm.storage.source.SourceStream;
import io.skyholm.storage.upload.ImportedUpload;
import io.skyholm.storage.upload.ImportedUploads;
import io.skyholm.storage.upload.PartTransfer;
import io.skyholm.storage.version.ImportSource;
import io.skyholm.storage.version.VersionImports;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Fetches the bytes of versions from where they are said to be, a while at a time. The connection stays open between two steps; after a
 * crash, or when it is cut, the source is asked for the rest, and if it cannot give that, for all.
 */
@ApplicationScoped
class ImportReconciler implements Reconciler {

    private static final Duration SLICE = Duration.ofSeconds(12);
    /** An answer that has taken longer leaves no time for a slice before the step is given up. */
    private static final Duration PROMPT = Duration.ofSeconds(5);

    private static final Duration SOON = Duration.ofSeconds(2);
    private static final long LEAST_BYTES = SLICE.toSeconds() * 8 * 1024;
    private static final String TOO_SLOW = "The source sends less than 8 KiB in a second";

    private final VersionImports versions;
    private final ImportedUploads uploads;
    private final SourceClient sources;
    private final TenantTransaction transactions;
    private final CalendarClock clock;
    private final RunningImports running = new RunningImports();

    ImportReconciler(
            VersionImports versions,
            ImportedUploads uploads,
            SourceClient sources,
            TenantTransaction transactions,
            CalendarClock clock) {
        this.versions = versions;
        this.uploads = uploads;
        this.sources = sources;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return VersionImports.KIND;
    }

    @Override
    public String unrested() {
        return "select id from image_version where status = 'PENDING' and import_until is not null";
    }

    @Override
    public Uni<Next> step(UUID id, Cause cause) {
        return versions.find(id).chain(found -> found.map(source -> step(source, cause))
                .orElseGet(() -> end(id).replaceWith(Next.DONE)));
    }

    private Uni<Next> step(ImportSource source, Cause cause) {
        return versions.refusal(source).chain(refusal -> refusal.map(reason -> fail(source, cause, reason))
                .orElseGet(() -> fetch(source, cause)));
    }

    private Uni<Next> fetch(ImportSource source, Cause cause) {
        return running.enter(source.id(), source.tenantId(), clock.instant())
                .map(place -> goOn(source, cause, place)
                        .onCancellation()
                        .invoke(() -> place.ended(false))
                        .onTermination()
                        .invoke(() -> running.leave(place)))
                .orElseGet(() -> Uni.createFrom().item(Next.in(SOON)));
    }

    private Uni<Next> goOn(ImportSource source, Cause cause, Place place) {
        return Uni.createFrom()
                .deferred(() -> place.transfer()
                        .map(transfer -> goOn(source, cause, place, transfer))
                        .orElseGet(() -> begin(source, cause, place)))
                .onFailure()
                .recoverWithUni(failure -> ended(source, cause, place, failure));
    }

    private Uni<Next> goOn(ImportSource source, Cause cause, Place place, PartTransfer transfer) {
        long before = transfer.receivedBytes();
        return uploads.goOn(transfer, SLICE).chain(ended -> {
            long came = transfer.receivedBytes() - before;
            if (ended && came > 0) {
                place.ended(true);
                return Uni.createFrom().item(Next.in(SOON));
            }
            return ended || came < LEAST_BYTES
                    ? uploads.drop(transfer).chain(() -> ended(source, cause, place, new SourceAwayException(TOO_SLOW)))
                    : Uni.createFrom().item(Next.NOW);
        });
    }

    private Uni<Next> begin(ImportSource source, Cause cause, Place place) {
        Instant prompt = RealTime.now().plus(PROMPT);
        return begin(source)
                .invoke(place::begun)
                .chain(begun -> RealTime.now().isAfter(prompt)
                        ? Uni.createFrom().item(Next.NOW)
                        : goOn(source, cause, place, begun.transfer()));
    }

    /** Goes on behind what has come, or begins anew where the source cannot, or has other bytes by now. */
    private Uni<Running> begin(ImportSource source) {
        return uploads.find(source.id()).chain(known -> sources.open(
                        source.url(),
                        known.map(ImportedUpload::offsetBytes).orElse(0L),
                        known.map(ImportedUpload::validator).orElse(null))
                .chain(stream -> upload(source, known, stream)
                        .chain(upload -> uploads.take(upload, stream.bytes()))
                        .map(transfer -> new Running(transfer, stream))
                        .onCancellation()
                        .invoke(stream::close)
                        .onFailure()
                        .invoke(stream::close)));
    }

    private Uni<ImportedUpload> upload(ImportSource source, Optional<ImportedUpload> known, SourceStream stream) {
        return known.filter(upload -> upload.offsetBytes() == stream.answer().offset()
                        && upload.length() == stream.answer().length())
                .map(upload -> Uni.createFrom().item(upload))
                .orElseGet(() -> uploads.begin(
                                checked(source).id(),
                                stream.answer().length(),
                                stream.answer().validator())
                        .invoke(() -> checkWhole(stream)));
    }

    private static ImportSource checked(ImportSource source) {
        if (source.isRestless()) {
            throw new SourceRefusedException("The source had other bytes each time it was asked");
        }
        return source;
    }

    private static void checkWhole(SourceStream stream) {
        if (stream.answer().offset() > 0) {
            throw new SourceAwayException("The source has other bytes than before");
        }
    }

    private Uni<Next> ended(ImportSource source, Cause cause, Place place, Throwable failure) {
        int failures = place.ended(false);
        return switch (ImportFailure.of(failure, failures)) {
            case ImportFailure.Final end -> fail(source, cause, end.reason());
            case ImportFailure.Again again -> Uni.createFrom().item(Next.in(again.delay()));
            case ImportFailure.Ours ours -> Uni.createFrom().failure(failure);
        };
    }

    private Uni<Next> fail(ImportSource source, Cause cause, String reason) {
        return transactions
                .change(cause, work -> versions.failed(work, source.id(), reason))
                .chain(() -> end(source.id()))
                .replaceWith(Next.DONE);
    }

    /** Nothing stays open of those that nobody here has gone on with for long. */
    Uni<Void> endForgotten(Instant now) {
        return Sequentially.of(running.forgotten(now), uploads::drop).replaceWithVoid();
    }

    /** Nothing is open of it any more. */
    private Uni<Void> end(UUID id) {
        return running.end(id).map(uploads::drop).orElseGet(() -> Uni.createFrom()
                .voidItem());
    }
}
