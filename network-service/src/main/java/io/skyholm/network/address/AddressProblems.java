package io.skyholm.network.address;

import static io.skyholm.runtime.problem.ProblemKind.CONFLICT;
import static io.skyholm.runtime.problem.ProblemKind.SHORT_OF;

import io.skyholm.runtime.problem.Problem;
import java.util.Locale;

/** What can go wrong with addresses. */
public final class AddressProblems {

    /** Somebody else has the address: asking again does not help. */
    public static final String TAKEN = "ADDRESS_TAKEN";

    private AddressProblems() {}

    static Problem notFound() {
        return Problem.notFound("address");
    }

    static Problem subnetNotFound() {
        return Problem.invalid("subnetId", "names no subnet that you may use");
    }

    static Problem notOne() {
        return Problem.invalid("reverseName", "is what a single address is called, and this is a range");
    }

    static Problem instanceNotFound() {
        return Problem.invalid("instanceId", "names no instance of the address's tenant");
    }

    static Problem noPort() {
        return Problem.of(
                CONFLICT, "INSTANCE_HAS_NO_PORT", "The instance has no port yet, or none any more; wait until it runs");
    }

    static Problem elsewhere() {
        return Problem.of(
                CONFLICT, "OTHER_DATA_CENTER", "The address is of another data centre than the instance is in");
    }

    static Problem notFloating() {
        return Problem.of(CONFLICT, "ADDRESS_NOT_FLOATING", "Only a floating address is attached, moved and detached");
    }

    static Problem ofPort() {
        return Problem.of(
                CONFLICT, "ADDRESS_OF_PORT", "The address came with its instance's port, and goes with the instance");
    }

    static Problem isBeingTransferred() {
        return Problem.of(
                CONFLICT,
                "ADDRESS_BEING_TRANSFERRED",
                "The address is about to go to another tenant with its instance; wait for the end of that");
    }

    static Problem isOfOwnNetwork(String address) {
        return Problem.of(
                CONFLICT,
                "ADDRESS_OF_OWN_NETWORK",
                "The address %s is of a network of the tenant's own, which does not go; detach it".formatted(address));
    }

    static Problem limitReached(String level) {
        return Problem.of(
                SHORT_OF,
                "QUOTA_EXCEEDED",
                "The limit of public addresses of the " + level.toLowerCase(Locale.ROOT) + " is reached");
    }

    static Problem notHeld() {
        return Problem.of(CONFLICT, "ADDRESS_NOT_HELD", "The address was given back already");
    }

    static Problem moved() {
        return Problem.of(CONFLICT, "ADDRESS_MOVED", "The address moved at this moment; try again");
    }

    static void requireOpen(boolean open) {
        if (!open) {
            throw closed();
        }
    }

    static Problem closed() {
        return Problem.of(CONFLICT, "SUBNET_CLOSED", "The subnet, its VPC or its pool gives no addresses at present");
    }

    static Problem rangeTaken() {
        return Problem.of(CONFLICT, TAKEN, "Somebody has an address of this range; choose another");
    }

    /** What the database said instead of giving an address. */
    static Problem refused(String outcome) {
        return switch (outcome) {
            case "FULL" -> Problem.of(SHORT_OF, "SUBNET_EXHAUSTED", "The subnet has no address left");
            case "TAKEN" -> Problem.of(CONFLICT, TAKEN, "Somebody has this address; choose another");
            case "FROZEN" ->
                Problem.of(CONFLICT, "ADDRESS_COOLS_DOWN", "The address was given back a moment ago; try again later");
            default -> limitReached(outcome);
        };
    }
}
