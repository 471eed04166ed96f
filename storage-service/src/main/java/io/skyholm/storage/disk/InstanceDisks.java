package io.skyholm.storage.disk;

import io.skyholm.events.identity.CountedKind;
import io.skyholm.events.storage.DiskEvents;
import io.skyholm.events.storage.DiskStatus;
import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.runtime.quota.RowQuotas;
import io.skyholm.runtime.tenant.Sequentially;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.storage.Owner;
import io.skyholm.storage.instance.KnownInstance;
import io.skyholm.storage.pool.MachinePool;
import io.skyholm.storage.pool.PoolCapacity;
import io.skyholm.storage.version.VersionReader;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Disks as who has instances boot from them has to know them. */
@Singleton
public class InstanceDisks {

    /** Who has to know what becomes of the disk that an instance boots from; its room stands above. */
    public interface Follower {

        /** In the transaction in which that instance's disk changes. */
        void diskChanged(Work work, UUID instance);
    }

    /**
     * A disk that an instance boots from, booted from, or will.
     *
     * @param builds for which of the instance's builds it was made
     * @param isMade whether its host has shown it once
     * @param isHostLost whether nothing runs on its host any more, or the host is deleted
     */
    public record InstanceDisk(
            UUID id,
            UUID host,
            long builds,
            int sizeGb,
            DiskStatus status,
            @Nullable String statusReason,
            boolean isMade,
            boolean isHostLost) {

        /** Whether it goes, or has gone. */
        public boolean isLeaving() {
            return status == DiskStatus.DELETING || status == DiskStatus.DELETED;
        }
    }

    private static final String OF_INSTANCE =
            "select id from disk where boot_instance_id = $1 and deleted_at is null order by id";

    private final DiskLifecycle life;
    private final PoolCapacity capacity;
    private final VersionReader versions;
    private final RowQuotas quotas;
    private final EncryptedDisks encrypted;
    private final SnapshotsOfDisks snapshots;

    InstanceDisks(
            DiskLifecycle life,
            PoolCapacity capacity,
            VersionReader versions,
            RowQuotas quotas,
            EncryptedDisks encrypted,
            SnapshotsOfDisks snapshots) {
        this.life = life;
        this.capacity = capacity;
        this.versions = versions;
        this.quotas = quotas;
        this.encrypted = encrypted;
        this.snapshots = snapshots;
    }

    /** Those of an instance from the oldest to the newest, which nobody else changes until the transaction ends. */
    public Uni<List<InstanceDisk>> of(Work work, UUID instance) {
        return work.values(UUID.class, OF_INSTANCE, instance)
                .chain(ids -> Sequentially.of(ids, id -> life.all().locked(work, id)))
                .map(found -> found.stream().flatMap(Optional::stream).toList())
                .chain(held -> Sequentially.of(
                        held, disk -> life.hostState(work, disk).map(host -> shown(disk, host.isGone()))));
    }

    private static InstanceDisk shown(Disk disk, boolean isHostLost) {
        return new InstanceDisk(
                disk.id,
                disk.host(),
                Objects.requireNonNull(disk.bootBuilds, "a boot disk is for a build"),
                disk.sizeGb,
                disk.status,
                disk.progress.statusReason(),
                disk.isMade,
                isHostLost);
    }

    /** Makes one where the instance is, with the bytes of its version; fails with a problem that says what was short. */
    public Uni<UUID> make(Work work, KnownInstance instance) {
        UUID version = Objects.requireNonNull(instance.imageVersionId(), "it boots from a version");
        UUID machine = Objects.requireNonNull(instance.computeMachineId(), "it is on a machine");
        return versions.available(work, version)
                .map(found -> found.orElseThrow(DiskProblems::versionIsNoMore))
                .chain(() -> quotas.claim(work, instance.tenantId(), CountedKind.DATA_DISK_GB, instance.storageGb()))
                .chain(() -> capacity.claimFor(work, machine, instance.storageGb()))
                .chain(pool -> insert(work, instance, pool));
    }

    private Uni<UUID> insert(Work work, KnownInstance instance, MachinePool pool) {
        CreateDisk command = command(instance, pool);
        Disk disk = new Disk(
                new Owner(instance.tenantId(), instance.userId()),
                command,
                pool.claimed(),
                Revision.first(null, work.now()));
        disk.bootInstanceId = instance.id();
        disk.bootBuilds = instance.builds();
        return encrypted
                .encrypt(work, disk, command)
                .invoke(made -> life.expect(work, made))
                .chain(made -> life.all().insert(work, DiskEvents.CREATED, made))
                .replaceWith(disk.id);
    }

    private static CreateDisk command(KnownInstance instance, MachinePool pool) {
        return new CreateDisk(
                instance.tenantId(),
                "boot-" + instance.id(),
                null,
                pool.edgeDataCenterId(),
                pool.diskType(),
                instance.storageGb(),
                null,
                null,
                null,
                null,
                null,
                instance.imageVersionId(),
                null,
                null,
                null,
                null,
                instance.bootDiskEncrypted(),
                null,
                null,
                List.of());
    }

    /** Makes it larger, if there is room. */
    public Uni<Void> grow(Work work, UUID id, int sizeGb) {
        return life.all().required(work, id).chain(disk -> {
            int more = sizeGb - disk.sizeGb;
            disk.grow(sizeGb);
            return work.none(DiskProblems::isBeingCopied, snapshots.unfinished(), disk.id)
                    .chain(() -> quotas.claim(work, disk.tenantId, CountedKind.DATA_DISK_GB, more))
                    .chain(() -> capacity.grow(work, disk.storagePoolId, more))
                    .invoke(() -> life.expect(work, disk))
                    .chain(() -> life.save(work, DiskEvents.CHANGED, disk))
                    .replaceWithVoid();
        });
    }

    /** It is to go. */
    public Uni<Void> remove(Work work, UUID id) {
        return life.all()
                .required(work, id)
                .chain(disk -> life.remove(work, disk))
                .replaceWithVoid();
    }
}
