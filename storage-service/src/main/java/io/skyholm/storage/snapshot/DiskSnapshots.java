package io.skyholm.storage.snapshot;

import io.skyholm.events.identity.CountedKind;
import io.skyholm.events.storage.DiskSnapshotEvents;
import io.skyholm.events.storage.DiskSnapshotStatus;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.page.ListPart;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.quota.RowQuotas;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.storage.disk.CopyableDisks;
import io.skyholm.storage.disk.CopyableDisks.CopyableDisk;
import io.skyholm.storage.disk.DiskBytes;
import io.skyholm.storage.pool.PoolCapacity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** What can be done with snapshots. */
@ApplicationScoped
class DiskSnapshots {

    /** One that has failed or is being detached may still be at its instance. */
    private static final String WRITTEN =
            "select 1 from disk_attachment where disk_id = $1 and mount_mode = 'RW' and deleted_at is null";

    /** A disk in ERROR is not given up: its host goes on trying, and would never find the bytes again. */
    private static final String READ = """
            select 1 from disk
            where deleted_at is null and status <> 'DELETING'
                and (source_snapshot_id = $1 and not is_made or rollback_snapshot_id = $1)""";

    private final Commands commands;
    private final SnapshotLife life;
    private final CopyableDisks disks;
    private final PoolCapacity capacity;
    private final RowQuotas quotas;

    DiskSnapshots(Commands commands, SnapshotLife life, CopyableDisks disks, PoolCapacity capacity, RowQuotas quotas) {
        this.commands = commands;
        this.life = life;
        this.disks = disks;
        this.capacity = capacity;
        this.quotas = quotas;
    }

    /** The disk is held, so whoever attaches it meanwhile finds that it is being copied. */
    Uni<DiskSnapshotView> create(Call call, UUID disk, CreateSnapshot command) {
        DiskBytes.checkReadable(call, DiskSnapshotProblems::diskNotFound);
        return commands.changeOnce(
                call, new OfDisk(disk, command), DiskSnapshotView.class, work -> disks.held(work, disk)
                        .call(held -> work.none(DiskSnapshotProblems::diskIsWritten, WRITTEN, held.id()))
                        .call(held -> claim(work, held))
                        .map(held -> new DiskSnapshot(held, command, life.all().created(call)))
                        .invoke(snapshot -> life.expect(work, snapshot))
                        .chain(snapshot -> life.all().insert(work, DiskSnapshotEvents.CREATED, snapshot)));
    }

    private Uni<Void> claim(Work work, CopyableDisk disk) {
        return quotas.claim(work, disk.tenantId(), CountedKind.DISK_SNAPSHOT_GB, disk.sizeGb())
                .chain(() -> capacity.copy(work, disk.storagePoolId(), disk.sizeGb()));
    }

    Uni<DiskSnapshotView> change(Call call, UUID id, ChangeSnapshot command) {
        return commands.change(call, work -> life.all()
                .locked(call, work, id)
                .invoke(command::applyTo)
                .chain(snapshot -> life.save(work, DiskSnapshotEvents.CHANGED, snapshot)));
    }

    /** It is DELETED once its host has shown that nothing of it is left. */
    Uni<DiskSnapshotView> delete(Call call, UUID id) {
        return commands.change(call, work -> life.all()
                .locked(call, work, id)
                .invoke(DiskSnapshots::checkNotDeleting)
                .call(snapshot -> work.none(DiskSnapshotProblems::inUse, READ, snapshot.id))
                .chain(snapshot -> life.remove(work, snapshot)));
    }

    private static void checkNotDeleting(DiskSnapshot snapshot) {
        if (snapshot.status == DiskSnapshotStatus.DELETING) {
            throw DiskSnapshotProblems.isDeleting();
        }
    }

    Uni<DiskSnapshotView> get(Call call, UUID id) {
        return life.all().get(call, id);
    }

    Uni<Page<DiskSnapshotView>> list(Call call, DiskSnapshotFilter filter, ListPart page) {
        return life.all().list(call, filter, page);
    }

    /** Which disk it is belongs to what is asked for. */
    private record OfDisk(UUID disk, CreateSnapshot command) {}
}
