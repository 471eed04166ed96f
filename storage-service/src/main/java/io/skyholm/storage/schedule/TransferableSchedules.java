package io.skyholm.storage.schedule;

import io.skyholm.events.storage.SnapshotScheduleEvents;
import io.skyholm.runtime.tenant.Sequentially;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.storage.HeldRows;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Schedules as who gives their disk to another tenant has to know them. */
@Singleton
public class TransferableSchedules {

    private static final String OF_DISK =
            "select id from snapshot_schedule where disk_id = $1 and deleted_at is null order by id limit $2";

    private final SnapshotSchedules schedules;

    TransferableSchedules(SnapshotSchedules schedules) {
        this.schedules = schedules;
    }

    /** Those of a disk, which make nothing until the transaction ends. A schedule that runs holds itself first, and then its disk. */
    public Uni<HeldRows> held(Work work, UUID disk, int most) {
        return locked(work, disk, most).map(HeldRows::of);
    }

    /** They are that tenant's from now on. */
    public Uni<Void> give(Work work, UUID disk, UUID tenant, int most) {
        return locked(work, disk, most)
                .chain(found -> Sequentially.of(found, schedule -> schedules
                        .all()
                        .transfer(work, SnapshotScheduleEvents.TRANSFERRED, schedule, given -> given.give(tenant))))
                .replaceWithVoid();
    }

    private Uni<List<SnapshotSchedule>> locked(Work work, UUID disk, int most) {
        return work.values(UUID.class, OF_DISK, disk, most)
                .chain(ids -> Sequentially.of(ids, id -> schedules.all().locked(work, id)))
                .map(found -> found.stream().flatMap(Optional::stream).toList());
    }
}
