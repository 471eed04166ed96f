package io.skyholm.storage.backup;

import io.skyholm.events.storage.BackupStatus;
import io.skyholm.runtime.record.Select;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.storage.snapshot.ReadSnapshots;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Backups as the schedules have to know them that have them made. */
@Singleton
public class ScheduledBackups {

    /** A backup that a schedule had made. */
    public record Kept(UUID id, BackupStatus status, Instant createdAt) {}

    private static final String OF_SCHEDULE = Select.of(Kept.class, "backup").sql()
            + " where schedule_id = $1 and status <> 'DELETING' and deleted_at is null order by created_at desc, id desc";

    private final BackupLifecycle life;
    private final NewBackups fresh;
    private final ReadSnapshots snapshots;
    private final BackupBases bases;

    ScheduledBackups(BackupLifecycle life, NewBackups fresh, ReadSnapshots snapshots, BackupBases bases) {
        this.life = life;
        this.fresh = fresh;
        this.snapshots = snapshots;
        this.bases = bases;
    }

    /** Has one made of a snapshot, by the same rules as for whoever asks for one. */
    public Uni<BackupView> make(Work work, UUID schedule, UUID snapshot, String name) {
        return snapshots
                .held(work, snapshot)
                .chain(held -> fresh.begin(work, held, new CreateBackup(name, null, List.of(), null), schedule));
    }

    /** The snapshot without which the next backup of a disk would have all bytes; empty where it will anyway. */
    public Uni<Optional<UUID>> neededNext(Work work, UUID disk) {
        return bases.ofNext(work, disk).map(base -> base.map(BackupBases.Base::snapshotId));
    }

    /** Those that it had made and that nobody deletes already, newest first. */
    public Uni<List<Kept>> of(Work work, UUID schedule) {
        return work.list(Kept.class, OF_SCHEDULE, schedule);
    }

    /** Has one removed, unless a disk is being made of it; tells whether it is. */
    public Uni<Boolean> remove(Work work, UUID id) {
        return life.all().locked(work, id).chain(found -> found.filter(
                        backup -> !backup.revision.isDeleted() && backup.status != BackupStatus.DELETING)
                .map(backup -> work.exists(Backups.RESTORING, id)
                        .chain(isRead -> isRead
                                ? Uni.createFrom().item(false)
                                : life.remove(work, backup).replaceWith(true)))
                .orElseGet(() -> Uni.createFrom().item(false)));
    }
}
