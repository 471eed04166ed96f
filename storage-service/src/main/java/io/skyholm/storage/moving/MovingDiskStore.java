package io.skyholm.storage.moving;

import io.skyholm.runtime.reconcile.ReconcileQueue;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.storage.StorageSettings;
import io.skyholm.storage.disk.CopyableDisks;
import io.skyholm.storage.host.HostProgress;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The rows of moves. Whoever changes them holds their disk before. */
@Singleton
class MovingDiskStore implements CopyableDisks.Mover {

    /** Under which moves are woken, by the id of their disk. */
    static final String KIND = "moving-disk";

    private static final String OF_DISK = "select id from moving_disk where disk_id = $1 and deleted_at is null";

    private static final String KEPT = """
            exists (
                select from disk_copy kept
                where kept.id = thing.id and kept.compute_machine_id = seen.host and kept.deleted_at is null)""";

    private static final String GIVE_COPY = "update disk_copy set tenant_id = $2 where id = $1";
    private static final String GIVE_MOVES = "update moving_disk set tenant_id = $2 where disk_id = $1";

    private final ReconcileQueue queue;
    private final StorageSettings settings;

    MovingDiskStore(ReconcileQueue queue, StorageSettings settings) {
        this.queue = queue;
        this.settings = settings;
    }

    @Override
    public String isKeptThere() {
        return KEPT;
    }

    /** That of a disk, if it is being moved. */
    Uni<Optional<Move>> locked(Work work, UUID disk) {
        return work.value(UUID.class, OF_DISK, disk).chain(found -> found.map(id -> both(work, id, disk))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private static Uni<Optional<Move>> both(Work work, UUID id, UUID disk) {
        return work.lock(MovingDisk.class, id).chain(moving -> work.lock(DiskCopy.class, disk)
                .map(copy -> moving.flatMap(one -> copy.map(other -> new Move(one, other)))));
    }

    /** What is left of the move of a disk before, whose numbers go on. */
    Uni<Optional<DiskCopy>> before(Work work, UUID disk) {
        return work.lock(DiskCopy.class, disk);
    }

    @Override
    public void give(Work work, UUID disk, UUID tenant) {
        work.send(GIVE_COPY, disk, tenant);
        work.send(GIVE_MOVES, disk, tenant);
    }

    @Override
    public Uni<Void> giveUp(Work work, UUID disk) {
        return locked(work, disk).chain(found -> found.filter(move -> !move.moving().isOver)
                .map(move -> giveUp(work, move))
                .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    /** Nobody needs the bytes in the other pool. */
    Uni<Void> giveUp(Work work, Move move) {
        move.moving().over();
        move.copy().leave();
        expect(work, move, 0);
        queue.wake(work, KIND, move.moving().diskId);
        return save(work, move);
    }

    /** Begins one, of a disk that may have been moved before. */
    Uni<Void> begin(Work work, Move move, boolean isAgain) {
        expect(work, move, move.moving().sizeGb);
        queue.wake(work, KIND, move.moving().diskId);
        return work.insert(move.moving()).chain(() -> isAgain ? work.update(move.copy()) : work.insert(move.copy()));
    }

    /** What is to be has changed: hosts will be told, and have so long for it. */
    void expect(Work work, Move move, int copiedGb) {
        Duration copying = settings.copyTimeoutPerGb().multipliedBy(copiedGb);
        Instant deadline = work.now().plus(settings.diskTimeout()).plus(copying);
        Stream.of(move.moving().progress, move.copy().progress)
                .filter(HostProgress::isStale)
                .forEach(progress -> progress.waitUntil(deadline));
    }

    Uni<Void> save(Work work, Move move) {
        move.moving().revision.changed(work.cause().user(), work.now());
        move.copy().revision.changed(work.cause().user(), work.now());
        return work.update(move.moving()).chain(() -> work.update(move.copy()));
    }
}
