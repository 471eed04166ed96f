package io.skyholm.storage.upload;

import static io.skyholm.runtime.problem.ProblemKind.CHECKSUM_MISMATCH;
import static io.skyholm.runtime.problem.ProblemKind.CONFLICT;
import static io.skyholm.runtime.problem.ProblemKind.PRECONDITION_FAILED;

import io.skyholm.runtime.problem.Problem;

/** What can go wrong with uploads. */
final class UploadProblems {

    private UploadProblems() {}

    static Problem notFound() {
        return Problem.notFound("upload");
    }

    static Problem open() {
        return Problem.of(CONFLICT, "UPLOAD_OPEN", "An upload of this version is open; go on with it, or terminate it");
    }

    static Problem busy() {
        return Problem.of(
                CONFLICT, ImportedUploads.BUSY, "Another request is sending a part of this upload; ask for the offset");
    }

    static Problem otherOffset(long offset) {
        return Problem.of(CONFLICT, "UPLOAD_OFFSET", "This upload goes on at byte " + offset);
    }

    static Problem complete() {
        return Problem.of(CONFLICT, "UPLOAD_COMPLETE", "All bytes of this upload have come");
    }

    static Problem tooManyParts(int most) {
        return Problem.of(
                CONFLICT,
                "UPLOAD_PARTS",
                "An upload comes in at most %d parts; begin anew with larger ones".formatted(most));
    }

    static Problem tooManyAttempts(int most) {
        return Problem.of(
                CONFLICT,
                "UPLOAD_ATTEMPTS",
                "Parts of this upload were begun %d times, which is the most; begin anew".formatted(most));
    }

    static Problem otherProtocol() {
        return Problem.of(PRECONDITION_FAILED, "TUS_VERSION", "Send Tus-Resumable: " + TusHeaders.VERSION);
    }

    static Problem tooMuch(long left) {
        return Problem.invalid("body", "holds more than the %d bytes that are left".formatted(left));
    }

    static Problem mismatch() {
        return Problem.of(CHECKSUM_MISMATCH, "The part is not what its Upload-Checksum says; send it again");
    }
}
