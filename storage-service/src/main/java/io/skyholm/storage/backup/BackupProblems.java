package io.skyholm.storage.backup;

import static io.skyholm.runtime.problem.ProblemKind.CONFLICT;

import io.skyholm.runtime.problem.Problem;

/** What can go wrong with backups. */
final class BackupProblems {

    private BackupProblems() {}

    static Problem isEncrypted() {
        return Problem.of(
                CONFLICT,
                "BACKUP_ENCRYPTED",
                "The bytes of the backup are encrypted with a key that only hosts are told; make a disk of it");
    }

    static Problem snapshotNotFound() {
        return Problem.notFound("snapshot");
    }

    static Problem isDeleting() {
        return Problem.of(CONFLICT, "BACKUP_IS_DELETING", "The backup is being deleted already");
    }

    static Problem notAtRest(String name) {
        return Problem.of(
                CONFLICT,
                "BACKUP_NOT_AVAILABLE",
                "The backup %s is being made or deleted; wait until it is AVAILABLE or DELETED".formatted(name));
    }

    static Problem notAvailable() {
        return Problem.of(
                CONFLICT,
                "BACKUP_NOT_AVAILABLE",
                "The store has not all bytes of the backup; wait until it is AVAILABLE");
    }

    static Problem inUse() {
        return Problem.of(
                CONFLICT, "BACKUP_IN_USE", "A disk is being made of the backup; wait until that disk is AVAILABLE");
    }

    static Problem diskIsBeingTransferred() {
        return Problem.of(
                CONFLICT,
                "SNAPSHOT_NOT_AVAILABLE",
                "Its disk is about to go to another tenant with its instance; wait for the end of that");
    }
}
