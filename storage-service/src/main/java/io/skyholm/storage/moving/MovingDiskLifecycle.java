package io.skyholm.storage.moving;

import io.skyholm.events.host.DiskSource;
import io.skyholm.events.storage.DiskFormat;
import io.skyholm.events.storage.DiskMoveStep;
import io.skyholm.hosts.HostState;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.storage.disk.CopyableDisks;
import io.skyholm.storage.exchange.HostObjectUse;
import io.skyholm.storage.object.StoredObjects;
import io.skyholm.storage.pool.PoolCapacity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** The way of a disk from one pool to another, or back to where it was. */
@Singleton
class MovingDiskLifecycle {

    private final MovingDiskStore store;
    private final CopyableDisks disks;
    private final MovingDisksOnHosts exports;
    private final DiskCopiesOnHosts copies;
    private final StoredObjects objects;
    private final PoolCapacity capacity;

    MovingDiskLifecycle(
            MovingDiskStore store,
            CopyableDisks disks,
            MovingDisksOnHosts exports,
            DiskCopiesOnHosts copies,
            StoredObjects objects,
            PoolCapacity capacity) {
        this.store = store;
        this.disks = disks;
        this.exports = exports;
        this.copies = copies;
        this.objects = objects;
        this.capacity = capacity;
    }

    /** That of a disk, which is held before it. */
    Uni<Optional<Move>> locked(Work work, UUID disk) {
        return disks.lock(work, disk).chain(() -> store.locked(work, disk));
    }

    /** Makes one that needs nothing of the store. */
    Uni<Void> make(Work work, Move move, Move.Step step, HostState source, HostState target) {
        MovingDisk moving = move.moving();
        DiskCopy copy = move.copy();
        return switch (step.kind()) {
            case TELL_EXPORT -> {
                exports.tell(work, moving);
                yield store.save(work, move);
            }
            case EXPORTED -> {
                moving.exported();
                yield store.save(work, move)
                        .chain(() -> disks.moving(work, moving.diskId, DiskMoveStep.VERIFYING, null));
            }
            case RELEASE_EXPORT -> {
                exports.release(work, moving, source);
                yield store.save(work, move);
            }
            case PLACE -> place(work, move);
            case REMOVE_COPY -> {
                copies.remove(work, copy);
                yield store.save(work, move);
            }
            case RELEASE_COPY -> {
                copies.release(work, copy, target);
                yield store.save(work, move);
            }
            case EXPLAIN_EXPORT -> {
                moving.progress.settle(step.reason());
                yield explained(work, move, reason(step));
            }
            case EXPLAIN_COPY -> {
                copy.progress.settle(step.reason());
                yield explained(work, move, reason(step));
            }
            case GIVE_UP -> stay(work, move, reason(step));
            case REST, STORE, FILL, END -> throw new IllegalStateException(step + " is made elsewhere");
        };
    }

    /** The disk stays where it is, which is said with the reason. */
    Uni<Void> stay(Work work, Move move, String reason) {
        return disks.stay(work, move.moving().diskId, reason).chain(() -> store.giveUp(work, move));
    }

    private static String reason(Move.Step step) {
        return Objects.requireNonNull(step.reason(), "what waits says why");
    }

    /** The store is away, or has not what it should have. */
    Uni<Void> explain(Work work, Move move, String reason) {
        return explained(work, move, reason);
    }

    private Uni<Void> explained(Work work, Move move, String reason) {
        return store.save(work, move).chain(() -> disks.moving(work, move.moving().diskId, step(move), reason));
    }

    private static DiskMoveStep step(Move move) {
        if (move.moving().isOver) {
            return DiskMoveStep.REMOVING;
        }
        if (move.moving().checksumSha256 != null) {
            return DiskMoveStep.FILLING;
        }
        return move.moving().isExported ? DiskMoveStep.VERIFYING : DiskMoveStep.COPYING;
    }

    /** The store has the bytes, and they were read there: the other host can have them. */
    Uni<Void> stored(Work work, Move move, String sha256) {
        objects.stored(work, move.moving().objectId);
        move.moving().stored(sha256);
        move.copy().fill();
        store.expect(work, move, move.moving().sizeGb);
        return store.save(work, move).chain(() -> disks.moving(work, move.moving().diskId, DiskMoveStep.FILLING, null));
    }

    /** The other host is told to make the disk of the bytes, which lie where it reads them. */
    Uni<Void> fill(Work work, Move move) {
        MovingDisk moving = move.moving();
        String sha256 = Objects.requireNonNull(moving.checksumSha256, "what is offered was read");
        DiskSource source = new DiskSource(moving.objectId, DiskFormat.RAW, sha256, moving.encrypted ? true : null);
        store.expect(work, move, moving.sizeGb);
        return copies.fill(work, move.copy(), source).chain(() -> store.save(work, move));
    }

    /** It has made it: the disk is there, and what is left of it elsewhere goes. */
    private Uni<Void> place(Work work, Move move) {
        DiskCopy copy = move.copy();
        return disks.place(work, copy.id, copy.onHost, copy.diskType).chain(left -> {
            copy.becomes(left);
            move.moving().over();
            store.expect(work, move, 0);
            return store.save(work, move);
        });
    }

    /** No host has anything of it beside the disk itself. */
    Uni<Void> end(Work work, Move move) {
        MovingDisk moving = move.moving();
        DiskCopy copy = move.copy();
        objects.remove(work, moving.objectId);
        capacity.release(work, copy.storagePoolId, copy.sizeGb);
        moving.revision.deleted(null, work.now());
        copy.revision.deleted(null, work.now());
        return work.update(moving)
                .chain(() -> work.update(copy))
                .chain(() -> disks.moved(work, moving.diskId))
                .replaceWithVoid();
    }

    /** A host leaves the bytes there, and another makes a disk of them. */
    @Produces
    @Singleton
    static HostObjectUse moved() {
        return () -> "select object_id from moving_disk where object_id = any($1) and deleted_at is null";
    }
}
