package io.skyholm.storage.verification;

import io.skyholm.runtime.reconcile.Next;
import io.skyholm.runtime.reconcile.Reconciler;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.time.CalendarClock;
import io.skyholm.storage.StorageSettings;
import io.skyholm.storage.object.StoreAccess;
import io.skyholm.storage.upload.UploadStore;
import io.skyholm.storage.version.Verified;
import io.skyholm.storage.version.VersionBytes;
import io.skyholm.storage.version.VersionLife;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;

/** Seals bytes that have all come, reads them once, and says whether they are what was announced. */
@ApplicationScoped
class VerificationReconciler implements Reconciler {

    private static final Duration SLICE = Duration.ofSeconds(5);

    private final VersionLife versions;
    private final UploadStore uploads;
    private final StoreAccess store;
    private final TenantTransaction transactions;
    private final CalendarClock clock;
    private final Readings readings;

    VerificationReconciler(
            VersionLife versions,
            UploadStore uploads,
            StoreAccess store,
            TenantTransaction transactions,
            CalendarClock clock,
            StorageSettings settings) {
        this.versions = versions;
        this.uploads = uploads;
        this.store = store;
        this.transactions = transactions;
        this.clock = clock;
        long largestDisk = settings.largestDisk().asLongValue();
        this.readings = new Readings(bytes -> new Reading(bytes, largestDisk));
    }

    @Override
    public String kind() {
        return VersionLife.VERIFYING;
    }

    @Override
    public String unrested() {
        return "select id from image_version where status = 'VERIFYING'";
    }

    @Override
    public Uni<Next> step(UUID id) {
        return versions.verifying(id).chain(found -> found.map(this::step)
                .orElseGet(() -> Uni.createFrom().item(Next.DONE)));
    }

    private Uni<Next> step(VersionBytes bytes) {
        if (bytes.verifyUntil() != null && clock.instant().isAfter(bytes.verifyUntil())) {
            return end(bytes, Verdict.refused("The bytes could not be verified in time; upload them again"));
        }
        return readings.of(bytes, clock.instant())
                .map(reading -> goOn(bytes, reading))
                .orElseGet(() -> Uni.createFrom().item(Next.in(SLICE)));
    }

    private Uni<Next> goOn(VersionBytes bytes, Reading reading) {
        return transactions
                .change(Cause.platform(), work -> uploads.parts(work, bytes.objectId()))
                .chain(parts -> store.run(it -> it.seal(bytes.objectId(), parts)))
                .chain(() -> store.work(it -> reading.goOn(it, SLICE)))
                .chain(verdict -> verdict.isOpen() ? Uni.createFrom().item(Next.NOW) : end(bytes, verdict));
    }

    private Uni<Next> end(VersionBytes bytes, Verdict verdict) {
        Verified found = verdict.verified();
        return transactions
                .change(
                        Cause.platform(),
                        work -> found == null
                                ? versions.failed(work, bytes, String.valueOf(verdict.reason()))
                                : versions.verified(work, bytes, found))
                .invoke(() -> readings.end(bytes))
                .replaceWith(Next.DONE);
    }
}
