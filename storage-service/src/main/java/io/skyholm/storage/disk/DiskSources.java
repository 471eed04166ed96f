package io.skyholm.storage.disk;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.Permission;
import io.skyholm.events.access.ResourceType;
import io.skyholm.events.host.DiskSource;
import io.skyholm.events.storage.DiskSnapshotStatus;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.problem.ProblemKind;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.storage.pool.ClaimedPool;
import io.skyholm.storage.pool.InstancePools;
import io.skyholm.storage.pool.PoolCapacity;
import io.skyholm.storage.pool.StoragePoolProblems;
import io.skyholm.storage.version.VersionBytes;
import io.skyholm.storage.version.VersionReader;
import io.skyholm.storage.version.VersionView;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.UUID;

/** The bytes that a disk is to begin with. */
@Singleton
class DiskSources {

    /** A role or a key that allows disks may leave it out. */
    private static final Permission READ_IMAGES = new Permission(ResourceType.IMAGE, Action.READ);

    private static final Permission READ_INSTANCES = new Permission(ResourceType.INSTANCE, Action.READ);

    private final VersionReader versions;
    private final SnapshotsOfDisks snapshots;
    private final PoolCapacity capacity;
    private final InstancePools near;

    DiskSources(VersionReader versions, SnapshotsOfDisks snapshots, PoolCapacity capacity, InstancePools near) {
        this.versions = versions;
        this.snapshots = snapshots;
        this.capacity = capacity;
        this.near = near;
    }

    /** As a host is told of them. */
    static DiskSource of(VersionBytes bytes) {
        return new DiskSource(
                bytes.objectId(),
                bytes.diskFormat(),
                Objects.requireNonNull(bytes.checksumSha256(), "what is AVAILABLE is verified"));
    }

    /** Refuses bytes that the caller may not use, or that are not there, or more than the disk has room for. */
    Uni<Void> check(Call call, CreateDisk command) {
        UUID image = command.imageId();
        UUID version = command.imageVersionId();
        if (command.sourceSnapshotId() != null) {
            checkAlone(command);
            DiskBytes.checkReadable(call, DiskProblems::snapshotNotFound);
        }
        if (command.nearInstanceId() != null && !call.caller().may(READ_INSTANCES)) {
            throw StoragePoolProblems.instanceNotFound();
        }
        if (image == null && version == null) {
            return Uni.createFrom().voidItem();
        }
        if (image == null || version == null) {
            throw DiskProblems.versionWithoutImage();
        }
        if (!call.caller().may(READ_IMAGES)) {
            throw DiskProblems.versionNotFound();
        }
        return versions.get(call, image, version)
                .onFailure(DiskSources::isNotFound)
                .transform(missing -> DiskProblems.versionNotFound())
                .invoke(view -> checkSize(command, view))
                .chain(() -> versions.downloadable(call, image, version))
                .replaceWithVoid();
    }

    private static void checkAlone(CreateDisk command) {
        if (command.imageId() != null || command.imageVersionId() != null) {
            throw DiskProblems.snapshotBesideImage();
        }
        if (command.nearInstanceId() != null) {
            throw DiskProblems.instanceBesideSnapshot();
        }
    }

    /** Takes room for it: where its snapshot or its instance is, or else in the emptiest pool. */
    Uni<ClaimedPool> claim(Work work, DiskOwner owner, CreateDisk command) {
        UUID center = command.edgeDataCenterId();
        UUID snapshot = command.sourceSnapshotId();
        UUID instance = command.nearInstanceId();
        if (instance != null) {
            return near.claim(work, owner.tenantId(), instance, center, command.diskType(), command.sizeGb());
        }
        if (snapshot == null) {
            return capacity.claim(work, center, command.diskType(), command.sizeGb());
        }
        return work.find(SnapshotsOfDisks.Known.class, snapshots.held(), snapshot)
                .map(found -> found.filter(known -> known.tenantId().equals(owner.tenantId()))
                        .orElseThrow(DiskProblems::snapshotNotFound))
                .invoke(known -> checkSize(command, known))
                .chain(known ->
                        capacity.claimIn(work, known.storagePoolId(), center, command.diskType(), command.sizeGb()));
    }

    private static void checkSize(CreateDisk command, SnapshotsOfDisks.Known snapshot) {
        checkAvailable(snapshot);
        if (command.sizeGb() < snapshot.sizeGb()) {
            throw DiskProblems.smallerThanSnapshot(snapshot.sizeGb());
        }
    }

    /** Refuses a snapshot that is not one of the disk, or not AVAILABLE. */
    Uni<Void> checkOfDisk(Work work, Disk disk, UUID snapshot) {
        return work.find(SnapshotsOfDisks.Known.class, snapshots.held(), snapshot)
                .map(found -> found.filter(known -> known.diskId().equals(disk.id))
                        .orElseThrow(DiskProblems::snapshotNotOfDisk))
                .invoke(DiskSources::checkAvailable)
                .replaceWithVoid();
    }

    private static void checkAvailable(SnapshotsOfDisks.Known snapshot) {
        if (snapshot.status() != DiskSnapshotStatus.AVAILABLE) {
            throw DiskProblems.snapshotNotAvailable(snapshot.status());
        }
    }

    private static boolean isNotFound(Throwable failure) {
        return failure instanceof Problem problem && problem.code().equals(ProblemKind.NOT_FOUND.name());
    }

    private static void checkSize(CreateDisk command, VersionView version) {
        Integer least = version.sizeGb();
        if (least != null && command.sizeGb() < least) {
            throw DiskProblems.smallerThanImage(least);
        }
    }
}
