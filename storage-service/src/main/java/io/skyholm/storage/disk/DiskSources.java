package io.skyholm.storage.disk;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.Permission;
import io.skyholm.events.access.ResourceType;
import io.skyholm.events.host.DiskSource;
import io.skyholm.events.storage.BackupStatus;
import io.skyholm.events.storage.DiskFormat;
import io.skyholm.events.storage.DiskSnapshotStatus;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.problem.ProblemKind;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.storage.DiskBytes;
import io.skyholm.storage.Owner;
import io.skyholm.storage.disk.CopyableDisks.CopyableDisk;
import io.skyholm.storage.exchange.HostObjectUse;
import io.skyholm.storage.object.StoredObjects;
import io.skyholm.storage.pool.ClaimedPool;
import io.skyholm.storage.pool.InstancePools;
import io.skyholm.storage.pool.PoolCapacity;
import io.skyholm.storage.pool.StoragePoolProblems;
import io.skyholm.storage.version.VersionBytes;
import io.skyholm.storage.version.VersionReader;
import io.skyholm.storage.version.VersionView;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** The bytes that a disk is to begin with. */
@Singleton
class DiskSources {

    /** A role or a key that allows disks may leave it out. */
    private static final Permission READ_IMAGES = new Permission(ResourceType.IMAGE, Action.READ);

    private static final Permission READ_INSTANCES = new Permission(ResourceType.INSTANCE, Action.READ);

    private final VersionReader versions;
    private final SnapshotsOfDisks snapshots;
    private final BackupsOfDisks backups;
    private final PoolCapacity capacity;
    private final InstancePools near;
    private final StoredObjects objects;

    DiskSources(
            VersionReader versions,
            SnapshotsOfDisks snapshots,
            BackupsOfDisks backups,
            PoolCapacity capacity,
            InstancePools near,
            StoredObjects objects) {
        this.versions = versions;
        this.snapshots = snapshots;
        this.backups = backups;
        this.capacity = capacity;
        this.near = near;
        this.objects = objects;
    }

    /** Bytes as a host is told of them, and the objects that have them. */
    record Bytes(DiskSource source, List<StoredObjects.Sized> objects) {}

    /** An ISO lies on a disk as it is, and hosts need not know more of it. */
    private static Bytes of(VersionBytes bytes) {
        DiskSource source = new DiskSource(
                bytes.objectId(),
                bytes.diskFormat() == DiskFormat.ISO ? DiskFormat.RAW : bytes.diskFormat(),
                Objects.requireNonNull(bytes.checksumSha256(), "what is AVAILABLE is verified"));
        return new Bytes(source, List.of(new StoredObjects.Sized(bytes.objectId(), bytes.sizeBytes())));
    }

    /** Refuses bytes that the caller may not use, or that are not there, or more than the disk has room for. */
    Uni<Void> check(Call call, CreateDisk command) {
        UUID image = command.imageId();
        UUID version = command.imageVersionId();
        if (command.sourceSnapshotId() != null) {
            checkAlone(command);
            DiskBytes.checkReadable(call, DiskProblems::snapshotNotFound);
        }
        if (command.sourceDiskId() != null) {
            checkCloned(command);
            DiskBytes.checkReadable(call, DiskProblems::diskNotFound);
        }
        if (command.sourceBackupId() != null) {
            if (command.sourceSnapshotId() != null || image != null || version != null) {
                throw DiskProblems.backupBesideOthers();
            }
            DiskBytes.checkReadable(call, DiskProblems::backupNotFound);
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

    private static void checkCloned(CreateDisk command) {
        boolean isOfOthers = command.imageId() != null
                || command.imageVersionId() != null
                || command.sourceSnapshotId() != null
                || command.sourceBackupId() != null;
        if (isOfOthers) {
            throw DiskProblems.diskBesideOthers();
        }
        if (command.nearInstanceId() != null) {
            throw DiskProblems.instanceBesideDisk();
        }
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
    Uni<ClaimedPool> claim(Work work, Owner owner, CreateDisk command) {
        UUID backup = command.sourceBackupId();
        return backup == null
                ? claimRoom(work, owner, command)
                : work.find(BackupsOfDisks.Known.class, backups.held(), backup)
                        .map(found -> found.filter(known -> known.tenantId().equals(owner.tenantId()))
                                .orElseThrow(DiskProblems::backupNotFound))
                        .invoke(known -> checkSize(command, known))
                        .chain(() -> claimRoom(work, owner, command));
    }

    /** Refuses a clone that is another tenant's than its disk, or smaller. */
    static void checkClone(Owner owner, CreateDisk command, CopyableDisk source) {
        if (!source.tenantId().equals(owner.tenantId())) {
            throw DiskProblems.diskNotFound();
        }
        if (command.sizeGb() < source.sizeGb()) {
            throw DiskProblems.smallerThanDisk(source.sizeGb());
        }
    }

    /** Takes room for a clone, where its disk is. */
    Uni<ClaimedPool> claimBeside(Work work, CopyableDisk source, CreateDisk command) {
        return capacity.claimIn(
                        work, source.storagePoolId(), command.edgeDataCenterId(), command.diskType(), command.sizeGb())
                .onFailure(DiskSources::isInvalid)
                .transform(another -> DiskProblems.diskElsewhere());
    }

    /** The snapshot that a clone is made of; empty if it is no more. */
    Uni<Optional<SnapshotsOfDisks.Known>> snapshotOf(Work work, Disk disk) {
        return work.find(SnapshotsOfDisks.Known.class, snapshots.held(), disk.sourceSnapshotId);
    }

    private static void checkSize(CreateDisk command, BackupsOfDisks.Known backup) {
        if (backup.status() != BackupStatus.AVAILABLE) {
            throw DiskProblems.backupNotAvailable(backup.status());
        }
        if (command.sizeGb() < backup.sizeGb()) {
            throw DiskProblems.smallerThanBackup(backup.sizeGb());
        }
    }

    /** Whether what it begins with is an ISO. */
    Uni<Boolean> isIso(Work work, CreateDisk command) {
        UUID version = command.imageVersionId();
        return version == null ? Uni.createFrom().item(false) : versions.isIso(work, version);
    }

    /** What a host is told of the bytes that it is to make a disk of; empty if they are no more. */
    Uni<Optional<Bytes>> bytesOf(Work work, Disk disk) {
        if (disk.sourceBackupId != null) {
            return work.find(BackupsOfDisks.Known.class, backups.held(), disk.sourceBackupId)
                    .chain(found -> found.filter(known -> known.status() == BackupStatus.AVAILABLE)
                            .map(known -> bytesOf(work, known))
                            .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
        }
        UUID version = Objects.requireNonNull(disk.imageVersionId, "it begins with zeros");
        return versions.stored(work, version).map(found -> found.map(DiskSources::of));
    }

    private Uni<Optional<Bytes>> bytesOf(Work work, BackupsOfDisks.Known backup) {
        List<UUID> all = backup.objectIds();
        DiskSource source = new DiskSource(
                all.getFirst(),
                DiskFormat.RAW,
                Objects.requireNonNull(backup.checksumSha256(), "what is AVAILABLE was read"),
                backup.keys().isPresent() ? true : null,
                all.size() == 1 ? null : all.subList(1, all.size()));
        return objects.sized(work, all).map(sized -> Optional.of(new Bytes(source, sized)));
    }

    /** A host makes a disk of its bytes. */
    @Produces
    @Singleton
    static HostObjectUse copied() {
        return () -> """
                select version.object_id from image_version version join disk on disk.image_version_id = version.id
                where version.object_id = any($1) and not disk.is_made and disk.deleted_at is null""";
    }

    private Uni<ClaimedPool> claimRoom(Work work, Owner owner, CreateDisk command) {
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
    Uni<SnapshotsOfDisks.Known> ofDisk(Work work, Disk disk, UUID snapshot) {
        return work.find(SnapshotsOfDisks.Known.class, snapshots.held(), snapshot)
                .map(found -> found.filter(known -> known.diskId().equals(disk.id))
                        .orElseThrow(DiskProblems::snapshotNotOfDisk))
                .invoke(DiskSources::checkAvailable);
    }

    private static void checkAvailable(SnapshotsOfDisks.Known snapshot) {
        if (snapshot.status() != DiskSnapshotStatus.AVAILABLE) {
            throw DiskProblems.snapshotNotAvailable(snapshot.status());
        }
    }

    private static boolean isNotFound(Throwable failure) {
        return isOf(failure, ProblemKind.NOT_FOUND);
    }

    private static boolean isInvalid(Throwable failure) {
        return isOf(failure, ProblemKind.INVALID);
    }

    private static boolean isOf(Throwable failure, ProblemKind kind) {
        return failure instanceof Problem problem && problem.code().equals(kind.name());
    }

    private static void checkSize(CreateDisk command, VersionView version) {
        Integer least = version.sizeGb();
        if (least != null && command.sizeGb() < least) {
            throw DiskProblems.smallerThanImage(least);
        }
    }
}
