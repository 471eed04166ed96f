package io.skyholm.storage.moving;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.Permission;
import io.skyholm.events.access.ResourceType;
import io.skyholm.events.identity.CountedKind;
import io.skyholm.events.storage.DiskType;
import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.quota.RowQuotas;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.storage.disk.CopyableDisks;
import io.skyholm.storage.disk.CopyableDisks.MovableDisk;
import io.skyholm.storage.disk.DiskView;
import io.skyholm.storage.object.StoredObjects;
import io.skyholm.storage.pool.ClaimedPool;
import io.skyholm.storage.pool.InstancePools;
import io.skyholm.storage.pool.PoolCapacity;
import io.skyholm.storage.pool.StoragePoolProblems;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be done with the places of disks. */
@ApplicationScoped
class MovingDisks {

    private static final Permission READ_INSTANCES = new Permission(ResourceType.INSTANCE, Action.READ);

    private final Commands commands;
    private final CopyableDisks disks;
    private final MovingDiskStore store;
    private final PoolCapacity capacity;
    private final InstancePools near;
    private final StoredObjects objects;
    private final RowQuotas quotas;

    MovingDisks(
            Commands commands,
            CopyableDisks disks,
            MovingDiskStore store,
            PoolCapacity capacity,
            InstancePools near,
            StoredObjects objects,
            RowQuotas quotas) {
        this.commands = commands;
        this.disks = disks;
        this.store = store;
        this.capacity = capacity;
        this.near = near;
        this.objects = objects;
        this.quotas = quotas;
    }

    /** It takes its size of the other pool from now on, and of the quota. */
    Uni<DiskView> move(Call call, UUID id, MoveDisk command) {
        if (command.nearInstanceId() != null && !call.caller().may(READ_INSTANCES)) {
            throw StoragePoolProblems.instanceNotFound();
        }
        return commands.change(call, work -> disks.movable(call, work, id)
                .call(disk -> quotas.claim(work, disk.tenantId(), CountedKind.DATA_DISK_GB, disk.sizeGb()))
                .chain(disk -> claim(work, disk, command).chain(pool -> begin(call, work, disk, pool, command))));
    }

    private Uni<ClaimedPool> claim(Work work, MovableDisk disk, MoveDisk command) {
        UUID instance = command.nearInstanceId();
        UUID center = disk.edgeDataCenterId();
        DiskType type = type(disk, command);
        if (instance == null) {
            return capacity.claimOther(work, disk.storagePoolId(), center, type, disk.sizeGb());
        }
        return near.claim(work, disk.tenantId(), instance, center, type, disk.sizeGb())
                .invoke(pool -> {
                    if (pool.id().equals(disk.storagePoolId())) {
                        throw MoveProblems.isThere();
                    }
                });
    }

    private static DiskType type(MovableDisk disk, MoveDisk command) {
        return Objects.requireNonNullElse(command.diskType(), disk.diskType());
    }

    private Uni<DiskView> begin(Call call, Work work, MovableDisk disk, ClaimedPool pool, MoveDisk command) {
        return store.before(work, disk.id())
                .chain(before ->
                        insert(work, move(call, work, disk, pool, type(disk, command), before.orElse(null)), before))
                .chain(() -> disks.move(work, disk.id(), pool.id()));
    }

    private static Move move(
            Call call, Work work, MovableDisk disk, ClaimedPool pool, DiskType type, @Nullable DiskCopy before) {
        UUID by = call.caller().id();
        return new Move(
                new MovingDisk(disk, Revision.first(by, work.now())),
                new DiskCopy(disk, pool, type, before, Revision.first(by, work.now())));
    }

    private Uni<Void> insert(Work work, Move move, Optional<DiskCopy> before) {
        MovingDisk moving = move.moving();
        return objects.announceBackup(work, moving.objectId, moving.tenantId, moving.sizeBytes())
                .chain(() -> store.begin(work, move, before.isPresent()));
    }

    /** The disk can be used at once, and hosts end what they do. */
    Uni<DiskView> callOff(Call call, UUID id) {
        return commands.change(call, work -> disks.callOff(call, work, id).call(() -> store.giveUp(work, id)));
    }
}
