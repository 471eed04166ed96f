package io.skyholm.storage.verification;

import io.skyholm.runtime.reconcile.Next;
import io.skyholm.runtime.reconcile.Reconciler;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.time.CalendarClock;
import io.skyholm.storage.StorageSettings;
import io.skyholm.storage.object.ObjectStorageWorker;
import io.skyholm.storage.object.StoredObjects;
import io.skyholm.storage.version.Verified;
import io.skyholm.storage.version.VersionBytes;
import io.skyholm.storage.version.VersionLifecycle;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;

/** Seals bytes that have all come, reads them once, and says whether they are what was announced. */
@ApplicationScoped
class VerificationReconciler implements Reconciler {

    private static final Duration SLICE = Duration.ofSeconds(5);

    private final VersionLifecycle versions;
    private final StoredObjects objects;
    private final ObjectStorageWorker storage;
    private final TenantTransaction transactions;
    private final CalendarClock clock;
    private final Verifications verifications;

    VerificationReconciler(
            VersionLifecycle versions,
            StoredObjects objects,
            ObjectStorageWorker storage,
            TenantTransaction transactions,
            CalendarClock clock,
            StorageSettings settings) {
        this.versions = versions;
        this.objects = objects;
        this.storage = storage;
        this.transactions = transactions;
        this.clock = clock;
        long largestDisk = settings.largestDisk().asLongValue();
        this.verifications = new Verifications(bytes -> new Verification(bytes, largestDisk));
    }

    @Override
    public String kind() {
        return VersionLifecycle.VERIFYING;
    }

    @Override
    public String unrested() {
        return "select id from image_version where status = 'VERIFYING'";
    }

    @Override
    public Uni<Next> step(UUID id, Cause cause) {
        return versions.verifying(id).chain(found -> found.map(bytes -> step(bytes, cause))
                .orElseGet(() -> Uni.createFrom().item(Next.DONE)));
    }

    private Uni<Next> step(VersionBytes bytes, Cause cause) {
        if (bytes.verifyUntil() != null && clock.instant().isAfter(bytes.verifyUntil())) {
            return end(
                    bytes,
                    cause,
                    VerificationResult.refused("The bytes could not be verified in time; upload them again"));
        }
        return verifications
                .of(bytes, clock.instant())
                .map(verification -> goOn(bytes, verification, cause))
                .orElseGet(() -> Uni.createFrom().item(Next.in(SLICE)));
    }

    private Uni<Next> goOn(VersionBytes bytes, Verification verification, Cause cause) {
        return transactions
                .change(cause, work -> objects.parts(work, bytes.objectId()))
                .chain(parts -> storage.run(bytes.objectId(), it -> it.seal(bytes.objectId(), parts)))
                .chain(() -> storage.work(bytes.objectId(), it -> verification.goOn(it, SLICE)))
                .chain(result -> result.isOpen() ? Uni.createFrom().item(Next.NOW) : end(bytes, cause, result));
    }

    private Uni<Next> end(VersionBytes bytes, Cause cause, VerificationResult result) {
        Verified found = result.verified();
        return transactions
                .change(
                        cause,
                        work -> found == null
                                ? versions.failed(work, bytes, String.valueOf(result.reason()))
                                : versions.verified(work, bytes, found))
                .invoke(() -> verifications.end(bytes))
                .replaceWith(Next.DONE);
    }
}
