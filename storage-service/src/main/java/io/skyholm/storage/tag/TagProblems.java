package io.skyholm.storage.tag;

import static io.skyholm.runtime.problem.ProblemKind.CONFLICT;

import io.skyholm.runtime.problem.Conflicts;
import io.skyholm.runtime.problem.Problem;

/** What can go wrong with tags of images. */
final class TagProblems {

    /** What its unique indexes refuse. */
    static final Conflicts CONFLICTS = Conflicts.of(
            "image_tag_name", "TAG_TAKEN", "This image has a tag of that name; move it, or choose another");

    private TagProblems() {}

    static Problem notFound() {
        return Problem.notFound("image tag");
    }

    static Problem noSuchVersion() {
        return Problem.invalid("versionId", "names no version of this image");
    }

    static Problem immutable() {
        return Problem.of(CONFLICT, "TAG_IMMUTABLE", "This tag names its version for ever; make another tag");
    }
}
