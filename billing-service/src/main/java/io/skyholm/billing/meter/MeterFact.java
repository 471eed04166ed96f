package io.skyholm.billing.meter;

import io.skyholm.events.billing.PlanKind;
import io.skyholm.events.compute.InstanceFact;
import io.skyholm.events.storage.BackupFact;
import io.skyholm.events.storage.BackupStatus;
import io.skyholm.events.storage.DiskFact;
import io.skyholm.events.storage.DiskSnapshotFact;
import io.skyholm.events.storage.DiskSnapshotStatus;
import io.skyholm.events.storage.ImageVersionFact;
import io.skyholm.events.storage.ImageVersionStatus;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a fact says of something that may have to be paid. */
record MeterFact(UUID resourceId, UUID tenantId, ResourceKind resourceType, String name, MeterState state) {

    private static final long BYTES_PER_GIB = 1L << 30;

    /** An instance is paid while it runs; what hosts do not show to run is not. */
    static MeterFact of(InstanceFact instance) {
        boolean runs =
                switch (instance.status()) {
                    case RUNNING, STOPPING, RESTARTING, SUSPENDING -> true;
                    case CREATING, STARTING, STOPPED, SUSPENDED, ERROR, DELETING, DELETED -> false;
                };
        Instant at = at(instance.updatedAt(), instance.deletedAt());
        return new MeterFact(
                instance.id(),
                instance.tenantId(),
                ResourceKind.INSTANCE,
                instance.name(),
                MeterState.byPlan(instance.generation(), at, runs ? instance.planId() : null));
    }

    /** A disk is paid from when its host has first shown it, attached or not; what an instance boots from is part of its plan. */
    static MeterFact of(DiskFact disk) {
        boolean isThere =
                switch (disk.status()) {
                    case AVAILABLE, GROWING, RESTORING, ROTATING, MOVING -> true;
                    case CREATING, ERROR, DELETING, DELETED -> false;
                };
        boolean isPaid = isThere && disk.bootInstanceId() == null;
        return new MeterFact(
                disk.id(),
                disk.tenantId(),
                ResourceKind.DISK,
                disk.name(),
                state(
                        disk.generation(),
                        at(disk.updatedAt(), disk.deletedAt()),
                        isPaid ? PlanKind.DISK + "/" + disk.diskType() : null,
                        disk.sizeGb()));
    }

    static MeterFact of(DiskSnapshotFact snapshot) {
        return new MeterFact(
                snapshot.id(),
                snapshot.tenantId(),
                ResourceKind.SNAPSHOT,
                snapshot.name(),
                state(
                        snapshot.generation(),
                        at(snapshot.updatedAt(), snapshot.deletedAt()),
                        snapshot.status() == DiskSnapshotStatus.AVAILABLE ? PlanKind.SNAPSHOT.name() : null,
                        snapshot.sizeGb()));
    }

    /** A backup is paid by what is stored of it, also after it was deleted while that is stored for the sake of others. */
    static MeterFact of(BackupFact backup) {
        boolean isStored = backup.status() == BackupStatus.AVAILABLE || Boolean.TRUE.equals(backup.keptForOthers());
        Integer storedGb = backup.storedGb();
        return new MeterFact(
                backup.id(),
                backup.tenantId(),
                ResourceKind.BACKUP,
                backup.name(),
                state(
                        backup.generation(),
                        at(backup.updatedAt(), backup.deletedAt()),
                        isStored ? PlanKind.BACKUP.name() : null,
                        storedGb == null ? backup.sizeGb() : storedGb));
    }

    /** Each version of an image has bytes of its own; it is paid by those that are stored, and not by the disk that it makes. */
    static MeterFact of(ImageVersionFact version, UUID tenant) {
        Long bytes = version.sizeBytes();
        boolean isPaid = version.status() == ImageVersionStatus.AVAILABLE && bytes != null;
        return new MeterFact(
                version.id(),
                tenant,
                ResourceKind.IMAGE_VERSION,
                version.versionName() == null ? version.versionNumber() : version.versionName(),
                state(
                        version.generation(),
                        at(version.updatedAt(), version.deletedAt()),
                        isPaid ? PlanKind.IMAGE.name() : null,
                        bytes == null ? 1 : startedGib(bytes)));
    }

    private static int startedGib(long bytes) {
        return Math.toIntExact(Math.max(1, Math.ceilDiv(bytes, BYTES_PER_GIB)));
    }

    private static Instant at(Instant updated, @Nullable Instant deleted) {
        return deleted == null ? updated : deleted;
    }

    private static MeterState state(long generation, Instant at, @Nullable String article, int sizeGb) {
        return article == null ? MeterState.free(generation, at) : MeterState.bySize(generation, at, article, sizeGb);
    }
}
