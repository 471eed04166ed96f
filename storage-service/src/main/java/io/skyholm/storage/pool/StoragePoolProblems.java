package io.skyholm.storage.pool;

import static io.skyholm.runtime.problem.ProblemKind.CONFLICT;
import static io.skyholm.runtime.problem.ProblemKind.SHORT_OF;

import io.skyholm.events.storage.DiskType;
import io.skyholm.runtime.problem.Conflicts;
import io.skyholm.runtime.problem.Problem;

/** What can go wrong with storage pools. */
public final class StoragePoolProblems {

    /** What its unique indexes refuse. */
    static final Conflicts CONFLICTS = Conflicts.of(
                    "storage_pool_name",
                    "POOL_NAME_TAKEN",
                    "Another pool of this data centre has this name; choose another")
            .or(
                    "storage_pool_machine",
                    "MACHINE_HAS_A_POOL",
                    "This machine has a pool already; choose another machine");

    private StoragePoolProblems() {}

    static Problem machineNotFound() {
        return Problem.invalid("computeMachineId", "names no machine");
    }

    static Problem holdsMore(long allocatedGb) {
        return Problem.of(
                CONFLICT,
                "POOL_HOLDS_MORE",
                "The disks and snapshots of this pool have %d GiB; delete some before it becomes smaller"
                        .formatted(allocatedGb));
    }

    /** Refuses what would lose the disks that are there. */
    public static Problem notEmpty() {
        return Problem.of(CONFLICT, "POOL_NOT_EMPTY", "This pool still has disks or snapshots; delete them first");
    }

    static Problem notOffered(DiskType type) {
        return Problem.invalid("diskType", "no pool of this data centre takes disks of type " + type);
    }

    static Problem noOther(DiskType type) {
        return Problem.invalid("diskType", "no other pool of this data centre takes disks of type " + type);
    }

    static Problem othersFull(DiskType type, int sizeGb) {
        return full(
                "No other pool of type %s on a machine in service has room for %d GiB; choose another type, or try again later"
                        .formatted(type, sizeGb));
    }

    static Problem allFull(DiskType type, int sizeGb) {
        return full(
                "No pool of type %s on a machine in service has room for %d GiB; ask for less, or choose another type or data centre"
                        .formatted(type, sizeGb));
    }

    /** The same whether it is somebody else's or not there at all. */
    public static Problem instanceNotFound() {
        return Problem.invalid("nearInstanceId", "names no instance of the disk's tenant that you may use");
    }

    static Problem instanceNotPlaced() {
        return Problem.of(
                CONFLICT, "INSTANCE_NOT_PLACED", "The instance is on no machine; make the disk when it is on one");
    }

    static Problem noneOnMachine(DiskType type) {
        return Problem.invalid(
                "nearInstanceId", "is on a machine without a pool of type %s in this data centre".formatted(type));
    }

    static Problem noRoomOnMachine(int sizeGb) {
        return full(
                "The pool on the instance's machine takes no disk of %d GiB, since it is full or the machine is not in service; ask for less, or try again later"
                        .formatted(sizeGb));
    }

    static Problem noneForBoot() {
        return full("The instance's machine has no storage pool for a boot disk");
    }

    static Problem noRoomForBoot(int sizeGb) {
        return full(
                "The pool on the instance's machine has no room for a boot disk of %d GiB, or the machine is not in service"
                        .formatted(sizeGb));
    }

    static Problem anotherPool() {
        return Problem.invalid(
                "sourceSnapshotId", "is in no pool of this type and data centre; a disk is made where its snapshot is");
    }

    static Problem noRoomForClone(int sizeGb) {
        return full(
                "The snapshot's pool takes no disk of %d GiB, since it is full or its machine is not in service; ask for less, or try again later"
                        .formatted(sizeGb));
    }

    static Problem noRoomForSnapshot(int sizeGb) {
        return full(
                "The disk's pool takes no snapshot of %d GiB, since it is full or not in service; delete snapshots or disks in it, or try again later"
                        .formatted(sizeGb));
    }

    static Problem noRoomForRollback(int sizeGb) {
        return full(
                "The disk's pool has no room for the %d GiB that a rollback takes while it lasts, since it is full or not in service; delete snapshots or disks in it, or try again later"
                        .formatted(sizeGb));
    }

    static Problem noRoomToGrow(int sizeGb) {
        return full("The disk's pool has no room for %d GiB more; grow it by less, or copy it to another disk"
                .formatted(sizeGb));
    }

    private static Problem full(String explanation) {
        return Problem.of(SHORT_OF, "STORAGE_POOL_FULL", explanation);
    }
}
