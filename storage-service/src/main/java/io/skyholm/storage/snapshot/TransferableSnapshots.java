package io.skyholm.storage.snapshot;

import io.skyholm.events.storage.DiskSnapshotStatus;
import io.skyholm.runtime.tenant.Sequentially;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.storage.HeldRows;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Snapshots as who gives their disk to another tenant has to know them. */
@Singleton
public class TransferableSnapshots {

    private static final String OF_DISK =
            "select id from disk_snapshot where disk_id = $1 and deleted_at is null order by id limit $2";

    private final SnapshotLifecycle life;
    private final ReadSnapshots reads;

    TransferableSnapshots(SnapshotLifecycle life, ReadSnapshots reads) {
        this.life = life;
        this.reads = reads;
    }

    /**
     * Those of a disk that somebody holds, if all of them are AVAILABLE and nobody reads them; they stay so until the transaction ends.
     *
     * @param most so many at most are counted
     */
    public Uni<HeldRows> held(Work work, UUID disk, int most) {
        return locked(work, disk, most).chain(found -> Sequentially.of(found, snapshot -> check(work, snapshot))
                .replaceWith(() -> HeldRows.of(found, snapshot -> snapshot.sizeGb)));
    }

    private Uni<Void> check(Work work, DiskSnapshot snapshot) {
        if (snapshot.status != DiskSnapshotStatus.AVAILABLE) {
            throw DiskSnapshotProblems.notAvailable(snapshot.name, snapshot.status);
        }
        return work.none(DiskSnapshotProblems::inUse, reads.reading(), snapshot.id);
    }

    /** They are that tenant's from now on. */
    public Uni<Void> give(Work work, UUID disk, UUID tenant, int most) {
        return locked(work, disk, most)
                .chain(found -> Sequentially.of(found, snapshot -> life.give(work, snapshot, tenant)))
                .replaceWithVoid();
    }

    private Uni<List<DiskSnapshot>> locked(Work work, UUID disk, int most) {
        return work.values(UUID.class, OF_DISK, disk, most)
                .chain(ids -> Sequentially.of(ids, id -> life.all().locked(work, id)))
                .map(found -> found.stream().flatMap(Optional::stream).toList());
    }
}
