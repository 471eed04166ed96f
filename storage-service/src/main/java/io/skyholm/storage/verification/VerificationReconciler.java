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
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Seals bytes that have all come, reads them once, and says whether they are what was announced. */
@ApplicationScoped
class VerificationReconciler implements Reconciler {

    private static final Duration SLICE = Duration.ofSeconds(5);

    /** More are begun anew when they come round again: a reading whose version another replica has finished must not stay. */
    private static final int MOST_REMEMBERED = 64;

    private final VersionLife versions;
    private final UploadStore uploads;
    private final StoreAccess store;
    private final TenantTransaction transactions;
    private final CalendarClock clock;
    private final long largestDisk;
    private final Map<UUID, Reading> readings = new ConcurrentHashMap<>();

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
        this.largestDisk = settings.largestDisk().asLongValue();
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
        return transactions
                .change(Cause.platform(), work -> uploads.parts(work, bytes.objectId()))
                .chain(parts -> store.run(it -> it.seal(bytes.objectId(), parts)))
                .chain(() -> store.work(it -> reading(bytes).goOn(it, SLICE)))
                .chain(verdict -> verdict.isOpen() ? Uni.createFrom().item(Next.NOW) : end(bytes, verdict));
    }

    private Reading reading(VersionBytes bytes) {
        if (readings.size() > MOST_REMEMBERED) {
            readings.clear();
        }
        return readings.computeIfAbsent(bytes.objectId(), first -> new Reading(bytes, largestDisk));
    }

    private Uni<Next> end(VersionBytes bytes, Verdict verdict) {
        Verified found = verdict.verified();
        return transactions
                .change(
                        Cause.platform(),
                        work -> found == null
                                ? versions.failed(work, bytes, String.valueOf(verdict.reason()))
                                : versions.verified(work, bytes, found))
                .invoke(() -> readings.remove(bytes.objectId()))
                .replaceWith(Next.DONE);
    }
}
