package io.skyholm.compute.transfer;

import static io.skyholm.runtime.problem.ProblemKind.CONFLICT;

import io.skyholm.events.compute.InstanceStatus;
import io.skyholm.runtime.problem.Conflicts;
import io.skyholm.runtime.problem.Problem;

/** What can go wrong with offers of instances to other tenants. */
final class InstanceTransferProblems {

    /** So many offers one tenant makes to another within a day. */
    static final int MOST_A_DAY = 20;

    /** What its unique indexes refuse. */
    static final Conflicts CONFLICTS = Conflicts.of(
            "instance_transfer_open", "TRANSFER_PENDING", "It is being offered already; cancel that offer first");

    private InstanceTransferProblems() {}

    static Problem notFound() {
        return Problem.notFound("instance transfer");
    }

    static Problem nothingToGive() {
        return Problem.invalid("instanceId", "names no instance that you may give away");
    }

    static Problem tooOften() {
        return Problem.of(
                CONFLICT,
                "TRANSFERS_TOO_OFTEN",
                "Your tenant has made that tenant %d offers within a day; make others tomorrow".formatted(MOST_A_DAY));
    }

    static Problem isTheirs() {
        return Problem.invalid("toTenantId", "must be another tenant than the one whose it is");
    }

    static Problem isYours() {
        return Problem.of(CONFLICT, "TRANSFER_IS_OWN", "Your own tenant offers this; cancel it to keep it");
    }

    static Problem notPending() {
        return Problem.of(
                CONFLICT, "TRANSFER_NOT_PENDING", "This offer has ended, or was accepted; ask for another if it ended");
    }

    static Problem isGone() {
        return Problem.of(CONFLICT, "TRANSFER_RESOURCE_GONE", "The instance is no more, or has another owner");
    }

    /** What the giver does with it is none of the receiver's business before it is theirs. */
    static Problem notNow() {
        return Problem.of(
                CONFLICT,
                "TRANSFER_NOT_POSSIBLE_NOW",
                "Whoever offered it has to stop it and make it ready first; ask them, and try again");
    }

    static Problem notLookedAt() {
        return Problem.of(
                CONFLICT,
                "TRANSFER_NOT_LOOKED_AT",
                "What goes along is still being looked for; try again in a moment, and read how much it is");
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

    static Problem imageNotYours() {
        return Problem.of(
                CONFLICT,
                "TRANSFER_IMAGE_NOT_YOURS",
                "It boots from an image that your tenant may not use; whoever offers it has to make that public");
    }

    static Problem isInSet() {
        return Problem.of(CONFLICT, "INSTANCE_IN_SET", "It is a member of an instance set; take it from that first");
    }

    static Problem notStopped(InstanceStatus status) {
        return Problem.of(
                CONFLICT, "INSTANCE_NOT_STOPPED", "Only a stopped instance goes, and it is %s".formatted(status));
    }
}
