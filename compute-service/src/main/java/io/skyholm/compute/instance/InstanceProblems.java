package io.skyholm.compute.instance;

import static io.skyholm.runtime.problem.ProblemKind.CONFLICT;

import io.skyholm.compute.placement.Explanation;
import io.skyholm.events.compute.InstanceStatus;
import io.skyholm.events.operation.OperationKind;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.problem.ProblemKind;

/** What can go wrong with instances. */
public final class InstanceProblems {

    private InstanceProblems() {}

    public static Problem notFound() {
        return Problem.notFound("instance");
    }

    static Problem noSuchUser() {
        return Problem.invalid("userId", "names no user for whom you may make instances");
    }

    static Problem noBootDiskToLimit(String field) {
        return Problem.invalid(field, "takes a version of an image that it boots from");
    }

    static Problem noBootDiskToEncrypt() {
        return Problem.invalid("bootDiskEncrypted", "takes a version of an image that it boots from");
    }

    static Problem noSuchSet() {
        return Problem.invalid("instanceSetId", "names no active instance set of the tenant");
    }

    static Problem noSuchSecurityGroup() {
        return Problem.invalid("networks", "names a security group, and within a project you see none");
    }

    static Problem affinityWithoutSet() {
        return Problem.invalid("affinity", "says how it stands to a set: name the instanceSetId too");
    }

    public static Problem isProtected() {
        return Problem.of(
                CONFLICT, "DELETION_PROTECTED", "The instance is protected; take its deletionProtection away first");
    }

    public static Problem busy(OperationKind kind) {
        return Problem.of(
                CONFLICT, "INSTANCE_BUSY", "A " + kind + " is going on; wait for its end, or cancel it if it can be");
    }

    public static Problem busy() {
        return Problem.of(CONFLICT, "INSTANCE_BUSY", "Something else is going on with it; wait for its end");
    }

    public static Problem isBeingTransferred() {
        return Problem.of(
                CONFLICT,
                "INSTANCE_BUSY",
                "It is about to go to another tenant; wait for the end of that, ten minutes at most");
    }

    public static Problem givingBack() {
        return Problem.of(
                CONFLICT, "INSTANCE_GIVING_BACK", "What it took is still being given back; try again in a moment");
    }

    public static Problem notNow(OperationKind kind, InstanceStatus status) {
        return Problem.of(
                CONFLICT, "INSTANCE_STATUS", "A " + kind + " is not possible while the instance is " + status);
    }

    public static Problem noRoomToGrow() {
        return Problem.of(
                ProblemKind.SHORT_OF,
                "MACHINE_FULL",
                "Its machine has not enough left for that size; choose a smaller one, or make another instance");
    }

    static Problem noMachineIsLargeEnough(Explanation why) {
        return Problem.of(
                ProblemKind.SHORT_OF,
                "NO_MACHINE_FITS",
                "No machine there could hold it, even with nothing else on it. " + why.ofMachines());
    }

    public static Problem notToUndelete() {
        return Problem.of(CONFLICT, "NOT_UNDELETABLE", "Its deletion cannot be undone any more, or was not asked for");
    }

    public static Problem sameSize() {
        return Problem.of(CONFLICT, "SAME_SIZE", "The instance has this size already");
    }

    public static Problem passwordNotThere() {
        return Problem.of(
                CONFLICT, "NO_INITIAL_PASSWORD", "There is no password yet; try again when the instance has started");
    }

    public static Problem passwordShown() {
        return Problem.of(
                CONFLICT,
                "INITIAL_PASSWORD_SHOWN",
                "The password was shown already, and is kept no more; reset it if it is lost");
    }
}
