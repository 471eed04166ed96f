package io.skyholm.storage.copy;

import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.problem.ProblemKind;

/** Why bytes of a snapshot are not copied for a version. */
final class CopyProblems {

    private CopyProblems() {}

    static Problem snapshotNotFound() {
        return Problem.invalid("sourceSnapshotId", "names no snapshot of the image's tenant that you may use");
    }

    static Problem isEncrypted() {
        return Problem.of(
                ProblemKind.CONFLICT,
                "SNAPSHOT_ENCRYPTED",
                "The snapshot is of an encrypted disk, and images are not encrypted; take one of a disk that is not");
    }

    static Problem tooLarge(long mostGb) {
        return Problem.invalid(
                "sourceSnapshotId",
                "names a snapshot of more than the %d GiB that an image may have".formatted(mostGb));
    }
}
