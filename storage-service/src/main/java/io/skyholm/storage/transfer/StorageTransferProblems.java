package io.skyholm.storage.transfer;

import static io.skyholm.runtime.problem.ProblemKind.CONFLICT;

import io.skyholm.runtime.problem.Conflicts;
import io.skyholm.runtime.problem.Problem;

/** What can go wrong with offers to other tenants. */
final class StorageTransferProblems {

    /** So many offers one tenant makes to another within a day. */
    static final int MOST_A_DAY = 20;

    /** What its unique indexes refuse. */
    static final Conflicts CONFLICTS = Conflicts.of(
            "storage_transfer_pending", "TRANSFER_PENDING", "It is being offered already; cancel that offer first");

    private StorageTransferProblems() {}

    static Problem notFound() {
        return Problem.notFound("storage transfer");
    }

    static Problem nothingToGive() {
        return Problem.invalid("resourceId", "names nothing of this type that you may give away");
    }

    static Problem tooOften() {
        return Problem.of(
                CONFLICT,
                "TRANSFERS_TOO_OFTEN",
                "Your tenant has made that tenant %d offers within a day; make others tomorrow, or with a key"
                        .formatted(MOST_A_DAY));
    }

    static Problem isTheirs() {
        return Problem.invalid("toTenantId", "must be another tenant than the one whose it is");
    }

    static Problem isYours() {
        return Problem.of(CONFLICT, "TRANSFER_IS_OWN", "Your own tenant offers this; cancel it to keep it");
    }

    static Problem notPending() {
        return Problem.of(CONFLICT, "TRANSFER_NOT_PENDING", "This offer has ended; ask for another");
    }

    static Problem isGone() {
        return Problem.of(CONFLICT, "TRANSFER_RESOURCE_GONE", "What was offered is no more, or has another owner");
    }

    /** What the giver does with it is none of the receiver's business before it is theirs. */
    static Problem notNow() {
        return Problem.of(
                CONFLICT,
                "TRANSFER_NOT_POSSIBLE_NOW",
                "Whoever offered it has to make it ready first; ask them, and try again");
    }

    static Problem hasGrown() {
        return Problem.of(
                CONFLICT,
                "TRANSFER_HAS_GROWN",
                "It takes more than it did when it was offered; ask for a new offer, which says how much");
    }

    static Problem notGranted() {
        return Problem.of(
                CONFLICT,
                "TRANSFER_NOT_GRANTED",
                "Whoever offered it may not give it away any more; ask for a new offer");
    }

    static Problem tooMany(int most) {
        return Problem.of(
                CONFLICT,
                "TRANSFER_TOO_LARGE",
                "More than %d things would go along; delete some of them first".formatted(most));
    }

    static Problem bootsInstances() {
        return Problem.of(
                CONFLICT,
                "IMAGE_BOOTS_INSTANCES",
                "Instances boot from this image, and need it when they are rebuilt; delete those first");
    }
}
