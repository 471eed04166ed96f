package io.skyholm.storage.snapshot;

import io.skyholm.events.storage.DiskSnapshotStatus;
import io.skyholm.runtime.record.Select;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Snapshots as their schedules have to know them. */
@Singleton
public class ScheduledSnapshots {

    /** Under which schedules are woken, when what they had made is there. */
    public static final String SCHEDULE = "snapshot-schedule";

    /** A snapshot that a schedule had made. */
    public record Kept(UUID id, DiskSnapshotStatus status, Instant createdAt) {}

    private static final String OF_SCHEDULE =
            Select.of(Kept.class, "disk_snapshot").sql()
                    + " where schedule_id = $1 and status <> 'DELETING' and deleted_at is null order by created_at desc, id desc";

    private final SnapshotLifecycle life;
    private final NewSnapshots fresh;
    private final ReadSnapshots reads;

    ScheduledSnapshots(SnapshotLifecycle life, NewSnapshots fresh, ReadSnapshots reads) {
        this.life = life;
        this.fresh = fresh;
        this.reads = reads;
    }

    /** Has one made of the disk, by the same rules as for whoever asks for one. */
    public Uni<DiskSnapshotView> take(Work work, UUID schedule, UUID disk, String name) {
        return fresh.take(work, disk, new CreateSnapshot(name, null, List.of()), schedule);
    }

    /** Those that it had made and that nobody deletes already, newest first. */
    public Uni<List<Kept>> of(Work work, UUID schedule) {
        return work.list(Kept.class, OF_SCHEDULE, schedule);
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
