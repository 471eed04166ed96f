package io.skyholm.storage.version;

import static io.skyholm.runtime.problem.ProblemKind.CONFLICT;

import io.skyholm.runtime.problem.Conflicts;
import io.skyholm.runtime.problem.Problem;

/** What can go wrong with versions of images. */
final class VersionProblems {

    /** What its unique indexes refuse. */
    static final Conflicts CONFLICTS = Conflicts.of(
            "image_version_number",
            "VERSION_TAKEN",
            "Another version of this image has that number; choose another, or delete that version");

    private VersionProblems() {}

    static Problem notFound() {
        return Problem.notFound("image version");
    }

    static Problem noSuchParent() {
        return Problem.invalid("parentVersionId", "names no version of this image");
    }

    static Problem defaultIsPassedOn() {
        return Problem.invalid("isDefault", "can only be true: make another version the default");
    }

    static Problem notAvailable() {
        return Problem.of(
                CONFLICT,
                "VERSION_NOT_AVAILABLE",
                "This version cannot be used: its bytes are not verified, or it was deleted");
    }

    static Problem hasBytes() {
        return Problem.of(CONFLICT, "VERSION_HAS_BYTES", "This version has its bytes already; create another version");
    }

    static Problem isImporting() {
        return Problem.of(
                CONFLICT,
                "VERSION_IMPORTING",
                "The bytes of this version are fetched from its source; terminate that upload first, or wait");
    }

    static Problem isCopying() {
        return Problem.of(
                CONFLICT,
                "VERSION_IMPORTING",
                "The bytes of this version are copied from its snapshot; wait, or delete the version");
    }

    static Problem snapshotBesideUrl() {
        return Problem.invalid("sourceSnapshotId", "is not named beside a sourceUrl");
    }

    static Problem snapshotIsRaw() {
        return Problem.invalid("diskFormat", "must be RAW where the bytes are a snapshot's");
    }

    static Problem importEnded() {
        return Problem.of(CONFLICT, VersionImports.ENDED, "The bytes of this version are fetched no more");
    }

    static Problem importRefused(String reason) {
        return Problem.of(CONFLICT, "IMPORT_REFUSED", reason);
    }

    static Problem isReceiving(String number) {
        return Problem.of(
                CONFLICT,
                "VERSION_RECEIVES_BYTES",
                "The bytes of version %s are on their way, or are compared; wait for that, or end it"
                        .formatted(number));
    }

    static Problem isProtected() {
        return Problem.of(
                CONFLICT,
                "DELETION_PROTECTED",
                "The version's image is protected; take the image's deletionProtection away first");
    }

    static Problem isDeleted() {
        return Problem.of(
                CONFLICT,
                "VERSION_IS_DELETED",
                "The version was deleted; restore it first, or delete it with now=true if it is to end at once");
    }

    static Problem notDeleted() {
        return Problem.of(CONFLICT, "VERSION_NOT_DELETED", "The version cannot be restored: nobody deleted it");
    }

    static Problem parentIsDeleted() {
        return Problem.of(
                CONFLICT,
                "VERSION_PARENT_DELETED",
                "The version that this one was made from was deleted; restore that first");
    }

    static Problem isParent() {
        return Problem.of(
                CONFLICT,
                "VERSION_IS_PARENT",
                "Other versions were made from this one; delete those first, with now=true where they can still be restored");
    }

    static Problem isTagged() {
        return Problem.of(CONFLICT, "VERSION_IS_TAGGED", "Tags name this version; move or delete them first");
    }
}
