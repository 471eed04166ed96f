package io.skyholm.storage.ending;

import io.skyholm.runtime.reconcile.Next;
import io.skyholm.runtime.reconcile.Reconciler;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.storage.disk.Disks;
import io.skyholm.storage.expiry.Expiries;
import io.skyholm.storage.image.Images;
import io.skyholm.storage.snapshot.DiskSnapshots;
import io.skyholm.storage.version.Versions;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The reconcilers of what ends by itself. Disks that were deleted end by the reconciler that all disks have. */
@Singleton
class Endings {

    private final TenantTransaction transactions;
    private final Expiries expiries;

    Endings(TenantTransaction transactions, Expiries expiries) {
        this.transactions = transactions;
        this.expiries = expiries;
    }

    @Produces
    @Singleton
    Reconciler deletedImages(Images images) {
        return new EndingReconciler(
                "deleted-image",
                "select id from image where deletable_at <= calendar_now()",
                (work, id) -> images.end(work, id).replaceWith(Next.DONE),
                transactions);
    }

    @Produces
    @Singleton
    Reconciler deletedVersions(Versions versions) {
        return new EndingReconciler(
                "deleted-image-version",
                "select id from image_version where deletable_at <= calendar_now()",
                (work, id) -> versions.end(work, id).replaceWith(Next.DONE),
                transactions);
    }

    @Produces
    @Singleton
    Reconciler expiringDisks(Disks disks) {
        return new EndingReconciler(
                "expiring-disk",
                "select id from disk where deleted_at is null and deletable_at is null and status <> 'DELETING' and "
                        + expiries.due(),
                disks::expire,
                transactions);
    }

    @Produces
    @Singleton
    Reconciler expiringSnapshots(DiskSnapshots snapshots) {
        return new EndingReconciler(
                "expiring-disk-snapshot",
                "select id from disk_snapshot where deleted_at is null and status <> 'DELETING' and " + expiries.due(),
                snapshots::expire,
                transactions);
    }

    @Produces
    @Singleton
    Reconciler expiringVersions(Versions versions) {
        return new EndingReconciler(
                "expiring-image-version",
                "select id from image_version where deleted_at is null and deletable_at is null and " + expiries.due(),
                versions::expire,
                transactions);
    }
}
