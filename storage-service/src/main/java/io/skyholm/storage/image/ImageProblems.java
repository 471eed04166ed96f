package io.skyholm.storage.image;

import io.skyholm.runtime.problem.Conflicts;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.problem.ProblemKind;
import java.util.List;

/** What can go wrong with images. */
final class ImageProblems {

    /** What its unique indexes refuse. */
    static final Conflicts CONFLICTS =
            Conflicts.of("image_name", "IMAGE_NAME_TAKEN", "Another image has this name; choose another");

    /** So many versions are named where they are in the way. */
    private static final int NAMED = 3;

    /** One more shows that there are others. */
    static final String SOME = " order by id limit " + (NAMED + 1);

    private ImageProblems() {}

    static Problem notFound() {
        return Problem.notFound("image");
    }

    static Problem groupAndVisibility() {
        return Problem.invalid("userGroupId", "is given exactly when the visibility is GROUP_SPECIFIC");
    }

    static Problem adviceBelowMinimum(String field, int least) {
        return Problem.invalid(field, "must not be less than the minimum, which is " + least);
    }

    static Problem publicIsThePlatforms() {
        return Problem.forbidden("Only the platform makes images PUBLIC; ask the operator");
    }

    static Problem notPrivate() {
        return Problem.of(
                ProblemKind.CONFLICT,
                "IMAGE_NOT_PRIVATE",
                "Others than the people of your tenant may use this image; make it PRIVATE first");
    }

    static Problem archived() {
        return Problem.of(ProblemKind.CONFLICT, "IMAGE_ARCHIVED", "This image is archived; set it ACTIVE first");
    }

    static Problem isProtected() {
        return Problem.of(
                ProblemKind.CONFLICT,
                "DELETION_PROTECTED",
                "The image is protected; take its deletionProtection away first");
    }

    static Problem isDeleted() {
        return Problem.of(
                ProblemKind.CONFLICT,
                "IMAGE_IS_DELETED",
                "The image was deleted; restore it first, or delete it with now=true if it is to end at once");
    }

    static Problem notDeleted() {
        return Problem.of(ProblemKind.CONFLICT, "IMAGE_NOT_DELETED", "The image cannot be restored: nobody deleted it");
    }

    static Problem notEmpty(List<String> versions) {
        String some = String.join(", ", versions.subList(0, Math.min(versions.size(), NAMED)));
        String more = versions.size() > NAMED ? " and others" : "";
        return Problem.of(
                ProblemKind.CONFLICT,
                "IMAGE_HAS_VERSIONS",
                "This image has the versions %s%s; name them, or delete them first, with now=true where they can still be restored"
                        .formatted(some, more));
    }
}
