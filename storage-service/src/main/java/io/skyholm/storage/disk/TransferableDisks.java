package io.skyholm.storage.disk;

import io.skyholm.events.storage.DiskEvents;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.storage.Owner;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Disks as who gives them to another tenant has to know them. */
@Singleton
public class TransferableDisks {

    /** A disk that can go to another tenant. */
    public record TransferableDisk(UUID id, UUID tenantId, String name, int sizeGb) {}

    private static final String HELD = "select id from disk where transfer_id = $1 and deleted_at is null order by id";

    private final DiskLifecycle life;
    private final DiskDependent dependent;
    private final SnapshotsOfDisks snapshots;

    TransferableDisks(DiskLifecycle life, DiskDependent dependent, SnapshotsOfDisks snapshots) {
        this.life = life;
        this.dependent = dependent;
        this.snapshots = snapshots;
    }

    /** One that the transaction sees, that is AVAILABLE in one pool alone, and that nobody uses; it stays so until the transaction ends. */
    public Uni<Optional<TransferableDisk>> held(Work work, UUID id) {
        return life.all().locked(work, id).chain(found -> found.map(disk -> checked(work, disk))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<Optional<TransferableDisk>> checked(Work work, Disk disk) {
        disk.checkBootsNone();
        return work.none(DiskProblems::isAttached, dependent.select(), disk.id).chain(() -> atRest(work, disk));
    }

    /** The same of one that goes with the instance which boots from it, or that it is attached to. */
    public Uni<Optional<TransferableDisk>> ofInstance(Work work, UUID id) {
        return life.all().locked(work, id).chain(found -> found.map(disk -> atRest(work, disk))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<Optional<TransferableDisk>> atRest(Work work, Disk disk) {
        disk.checkNotProtected();
        disk.checkMovable();
        return work.none(DiskProblems::isBeingCopied, snapshots.unfinished(), disk.id)
                .replaceWith(() -> Optional.of(new TransferableDisk(disk.id, disk.tenantId, disk.name, disk.sizeGb)));
    }

    /** Those that go by an offer, in the order in which they are held. */
    public Uni<List<UUID>> heldBy(Work work, UUID transfer) {
        return work.values(UUID.class, HELD, transfer);
    }

    /** It goes by that offer, and nothing becomes more of it; or by none any more. */
    public Uni<Void> hold(Work work, UUID id, @Nullable UUID transfer) {
        return life.all()
                .required(work, id)
                .invoke(disk -> disk.hold(transfer))
                .chain(disk -> life.save(work, DiskEvents.CHANGED, disk))
                .replaceWithVoid();
    }

    /** It is theirs from now on, for whoever holds it. */
    public Uni<Void> give(Work work, UUID id, Owner to) {
        return life.all()
                .required(work, id)
                .chain(disk -> life.give(work, disk, to))
                .replaceWithVoid();
    }
}
