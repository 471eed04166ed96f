package io.skyholm.storage.snapshot;

import io.skyholm.events.storage.DiskSnapshotStatus;
import io.skyholm.runtime.record.Select;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Snapshots as their schedules have to know them. */
@Singleton
public class ScheduledSnapshots {

    /** Under which schedules are woken, when what they had made is there. */
    public static final String SCHEDULE = "snapshot-schedule";

    /** For which schedule a snapshot is made, and whether a backup is to be made of it. */
    public record MadeFor(UUID schedule, boolean isToBeBackedUp) {}

    /** A snapshot that a schedule had made. */
    public record Kept(UUID id, DiskSnapshotStatus status, Instant createdAt) {}

    private static final String OF_SCHEDULE =
            Select.of(Kept.class, "disk_snapshot").sql()
                    + " where schedule_id = $1 and status <> 'DELETING' and deleted_at is null order by created_at desc, id desc";

    private static final String TO_BE_BACKED_UP = """
            select id from disk_snapshot
            where schedule_id = $1 and is_backup_due and status = 'AVAILABLE' and deleted_at is null order by id limit 50""";

    private final SnapshotLifecycle life;
    private final NewSnapshots fresh;
    private final ReadSnapshots reads;

    ScheduledSnapshots(SnapshotLifecycle life, NewSnapshots fresh, ReadSnapshots reads) {
        this.life = life;
        this.fresh = fresh;
        this.reads = reads;
    }

    /** Has one made of the disk, by the same rules as for whoever asks for one. */
    public Uni<DiskSnapshotView> take(Work work, MadeFor madeFor, UUID disk, String name) {
        return fresh.take(work, disk, new CreateSnapshot(name, null, null, List.of()), madeFor);
    }

    /** Those that it had made and that nobody deletes already, newest first. */
    public Uni<List<Kept>> of(Work work, UUID schedule) {
        return work.list(Kept.class, OF_SCHEDULE, schedule);
    }

    /** Those that can be read by now and that no backup was made of yet, oldest first. */
    public Uni<List<UUID>> toBeBackedUp(Work work, UUID schedule) {
        return work.values(UUID.class, TO_BE_BACKED_UP, schedule);
    }

    /** A backup of it was asked for; gives its name. */
    public Uni<Optional<String>> backedUp(Work work, UUID id) {
        return life.all().locked(work, id).chain(found -> found.map(snapshot -> {
                    snapshot.backedUp();
                    return work.update(snapshot).replaceWith(Optional.of(snapshot.name));
                })
                .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    /** Has one removed, unless a disk is being made of it or rolled back to it; tells whether it is. */
    public Uni<Boolean> remove(Work work, UUID id) {
        return life.all().locked(work, id).chain(found -> found.filter(
                        snapshot -> !snapshot.revision.isDeleted() && snapshot.status != DiskSnapshotStatus.DELETING)
                .map(snapshot -> work.exists(reads.reading(), id)
                        .chain(isRead -> isRead
                                ? Uni.createFrom().item(false)
                                : life.remove(work, snapshot).replaceWith(true)))
                .orElseGet(() -> Uni.createFrom().item(false)));
    }
}
