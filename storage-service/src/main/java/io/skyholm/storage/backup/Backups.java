package io.skyholm.storage.backup;

import io.skyholm.events.storage.BackupEvents;
import io.skyholm.events.storage.BackupStatus;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.page.ListPart;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.record.Select;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.storage.Companion;
import io.skyholm.storage.Deletion;
import io.skyholm.storage.DiskBytes;
import io.skyholm.storage.disk.BackupsOfDisks;
import io.skyholm.storage.exchange.HostObjectUse;
import io.skyholm.storage.snapshot.ReadSnapshots;
import io.skyholm.storage.snapshot.SnapshotDependent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.UUID;

/** What can be done with backups. */
@ApplicationScoped
class Backups implements Companion.OfDisk {

    /** A disk in ERROR is not given up: its host goes on trying, and would never find the bytes again. */
    static final String RESTORING = """
            select 1 from disk
            where source_backup_id = $1 and not is_made and deleted_at is null and status <> 'DELETING'""";

    private static final String OF_DISK = "select id from backup where disk_id = $1 and id = any($2) order by id desc";

    private static final String HELD =
            Select.of(BackupsOfDisks.Known.class, "backup").sql() + " where id = $1 and deleted_at is null for share";

    private final Commands commands;
    private final BackupLifecycle life;
    private final ReadSnapshots snapshots;
    private final NewBackups fresh;

    Backups(Commands commands, BackupLifecycle life, ReadSnapshots snapshots, NewBackups fresh) {
        this.commands = commands;
        this.life = life;
        this.snapshots = snapshots;
        this.fresh = fresh;
    }

    /** The snapshot is held: whoever deletes it meanwhile finds that it is being read. */
    Uni<BackupView> create(Call call, UUID snapshot, CreateBackup command) {
        DiskBytes.checkReadable(call, BackupProblems::snapshotNotFound);
        return commands.changeOnce(call, new OfSnapshot(snapshot, command), BackupView.class, work -> snapshots
                .held(work, snapshot)
                .chain(held -> fresh.begin(work, held, command, null)));
    }

    Uni<BackupView> change(Call call, UUID id, ChangeBackup command) {
        return commands.change(call, work -> life.all()
                .locked(call, work, id)
                .invoke(command::applyTo)
                .chain(backup -> life.save(work, BackupEvents.CHANGED, backup)));
    }

    /** It is DELETED once its host has nothing of it, and the object store neither. */
    Uni<BackupView> delete(Call call, UUID id) {
        return commands.change(call, work -> life.all()
                .locked(call, work, id)
                .invoke(Backups::checkNotDeleting)
                .chain(backup -> remove(work, backup)));
    }

    private Uni<BackupView> remove(Work work, Backup backup) {
        return work.none(BackupProblems::inUse, RESTORING, backup.id).chain(() -> life.remove(work, backup));
    }

    /** What its host could not do can be tried anew. */
    private static void checkNotDeleting(Backup backup) {
        if (isDeletedAlready(backup)) {
            throw BackupProblems.isDeleting();
        }
    }

    private static boolean isDeletedAlready(Backup backup) {
        return backup.status == BackupStatus.DELETING && backup.progress.statusReason() == null;
    }

    /** Before the snapshots that their hosts still read. */
    @Override
    public int order() {
        return 1;
    }

    @Override
    public String named() {
        return OF_DISK;
    }

    @Override
    public Uni<Void> deleteNamed(Deletion deletion, UUID id) {
        Work work = deletion.work();
        return life.all().locked(work, id).chain(found -> found.filter(backup -> !isDeletedAlready(backup))
                .map(backup -> remove(work, backup).replaceWithVoid())
                .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    Uni<BackupView> get(Call call, UUID id) {
        return life.all().get(call, id);
    }

    Uni<Page<BackupView>> list(Call call, BackupFilter filter, ListPart page) {
        return life.all().list(call, filter, page);
    }

    /** Disks are made of them. */
    @Produces
    @Singleton
    static BackupsOfDisks ofDisks() {
        return () -> HELD;
    }

    /** Until its bytes are with the store, a host reads the snapshot, and compares it with the one of before. */
    @Produces
    @Singleton
    static SnapshotDependent ofSnapshot() {
        return () ->
                "select 1 from backup where (snapshot_id = $1 or base_snapshot_id = $1) and status in ('CREATING', 'ERROR')"
                        + " and not is_exported and deleted_at is null";
    }

    /** A host writes its bytes, or has not shown yet that it does not. */
    @Produces
    @Singleton
    static HostObjectUse written() {
        return () -> "select object_id from backup where object_id = any($1) and (not is_released"
                + " or status in ('CREATING', 'ERROR'))";
    }

    /** A host makes a disk of it, and of all that it stands on. */
    @Produces
    @Singleton
    static HostObjectUse restored() {
        return () -> """
                select needed.id from backup join disk on disk.source_backup_id = backup.id
                    cross join unnest(backup.base_object_ids || backup.object_id) as needed (id)
                where needed.id = any($1) and not disk.is_made and disk.deleted_at is null""";
    }

    /** Which snapshot it is belongs to what is asked for. */
    private record OfSnapshot(UUID snapshot, CreateBackup command) {}
}
