package io.skyholm.compute.lifecycle;

import io.skyholm.compute.action.ActionRule;
import io.skyholm.compute.action.ActionRules;
import io.skyholm.compute.instance.Allocation;
import io.skyholm.compute.instance.Deletion.Intent;
import io.skyholm.compute.instance.Instance;
import io.skyholm.compute.instance.Progress;
import io.skyholm.compute.vm.VirtualMachine;
import io.skyholm.events.compute.InstanceStatus;
import io.skyholm.events.host.ThingState;
import io.skyholm.events.host.VmPower;
import io.skyholm.events.operation.OperationKind;
import io.skyholm.hosts.HostState;
import io.skyholm.operations.Operation;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that a decision about an instance is made from, read in one transaction: its row, what its host was told and saw, its
 * parts and its operation. What changes is noted for the transaction's end.
 */
final class CurrentState {

    /** On how many machines an operation is tried whose parts cannot be had on the first. */
    private static final int MOST_PLACES = 3;

    private final Instance instance;
    private final VirtualMachine vm;
    private final InstanceParts parts;

    private HostState hostState;
    private Instant now;
    private @Nullable Operation operation;
    private boolean operationNoted;

    CurrentState(Instance instance, VirtualMachine vm, KnownParts parts, HostState hostState, Instant now) {
        this.instance = instance;
        this.vm = vm;
        this.parts = new InstanceParts(instance, parts);
        this.hostState = hostState;
        this.now = now;
    }

    Instance instance() {
        return instance;
    }

    VirtualMachine vm() {
        return vm;
    }

    /** What it waits for. */
    InstanceParts parts() {
        return parts;
    }

    Instant now() {
        return now;
    }

    CurrentState at(Instant later) {
        now = later;
        return this;
    }

    CurrentState with(@Nullable Operation current) {
        operation = current;
        return this;
    }

    /** The operation that is going on. */
    Optional<Operation> operation() {
        return Optional.ofNullable(operation).filter(Operation::isOpen);
    }

    /** What holds for the operation that is going on. */
    Optional<ActionRule> rule() {
        return operation().map(Operation::kind).map(ActionRules::of);
    }

    /** Whether a caller wants it to take a machine, and not the platform that takes another from it. */
    boolean isAskedForByCaller() {
        return operation()
                .filter(open -> open.kind() == OperationKind.CREATE || open.kind() == OperationKind.START)
                .isPresent();
    }

    /** Says in the operation what is being done now. */
    void note(String step, @Nullable String detail) {
        operation().ifPresent(open -> {
            boolean news = open.at(step, detail, now);
            operationNoted = operationNoted || news;
        });
    }

    /** Gives the operation another deadline, because what it waited for has come. */
    void extend(Instant deadline) {
        operation().ifPresent(open -> {
            open.until(deadline);
            operationNoted = true;
        });
    }

    /** The operation, if it goes on and something new was noted in it. */
    Optional<Operation> notedOperation() {
        return operation().filter(open -> operationNoted);
    }

    /** How the host of its machine stands. */
    HostState hostState() {
        return hostState;
    }

    void leftLostMachine() {
        hostState = HostState.IN_SERVICE;
    }

    boolean isDeleted() {
        return instance.isDeleted();
    }

    /** Whether it is certain that nothing runs on its machine any more. */
    boolean isMachineLost() {
        return hostState.isGone();
    }

    /** Whether a lost machine ends nothing: it was off or is being removed, or what is being done goes on elsewhere. */
    boolean outlivesMachine() {
        return instance.deletion().intent() != Intent.KEEP
                || instance.desired().power() == VmPower.STOPPED
                || rule().filter(ActionRule::survivesHost).isPresent();
    }

    boolean isOverdue() {
        return operation().filter(open -> open.isOver(now)).isPresent();
    }

    boolean isIdle() {
        return operation().isEmpty();
    }

    boolean isRemoved() {
        return instance.deletion().intent() != Intent.KEEP && !isUndeletable();
    }

    boolean isUndeletable() {
        return instance.deletion().isUndeletable(now);
    }

    boolean isPlaced() {
        return instance.location().isPlaced();
    }

    boolean isLeaving() {
        return instance.location().isMoving();
    }

    /** Whether a host was told to have it, and not yet to remove it. */
    boolean isDesiredOnHost() {
        return vm.isDesired();
    }

    /** Whether a host was told of it, and has not shown that it is gone. */
    boolean isKnownToHost() {
        return vm.host() != null;
    }

    boolean isProvenGone() {
        return vm.isProvenGone();
    }

    boolean wantsParts() {
        return parts.isAnyWanted();
    }

    boolean holdsParts() {
        return parts.isAnyHeld();
    }

    /** What is stopped or changed without a machine is so at once; only what is to run needs one. */
    boolean searchesPlace() {
        return instance.desired().power() == VmPower.RUNNING
                && rule().filter(ActionRule::searchesPlace).isPresent();
    }

    /** Without an operation that could fail, a part may still recover. */
    boolean isFailedByPart() {
        return !isIdle() && needsParts() && parts.failed().isPresent();
    }

    boolean lacksPart() {
        return needsParts() && parts.missing().isPresent();
    }

    /** Stopping needs no parts: otherwise an instance that lost its disk could not be stopped. */
    private boolean needsParts() {
        boolean isOnHost =
                vm.isDesired() && instance.location().requireMachine().equals(vm.host());
        boolean isOnlyStopped = instance.desired().power() == VmPower.STOPPED
                && rule().filter(ActionRule::changesHardware).isEmpty();
        return !(isOnHost && isOnlyStopped);
    }

    /** Whether another machine may have what this one has not, of which its host knows nothing yet. */
    boolean isBetterElsewhere() {
        return !isKnownToHost()
                && searchesPlace()
                && parts.unreadyMachine()
                        .equals(Optional.ofNullable(instance.location().machineId()))
                && operation()
                        .filter(open -> open.times(Progress.PLACE) < MOST_PLACES)
                        .isPresent();
    }

    /** An instance whose host was never told leaves its machine, so the next start can choose another. */
    void leaveUntold() {
        if (!isKnownToHost() && isPlaced() && instance.deletion().intent() == Intent.KEEP) {
            instance.location().moving(true);
        }
    }

    /** Whether its host does not know yet what it is to run. */
    boolean isUntold() {
        return !vm.isDesired() || !instance.location().requireMachine().equals(vm.host()) || !parts.areTold();
    }

    boolean breaksUnnoticed() {
        return isIdle()
                && vm.state() == ThingState.FAILED
                && instance.progress().status() != InstanceStatus.ERROR;
    }

    boolean isUnsettled() {
        return !vm.isSettled()
                || vm.state() != SettledVm.state(instance.desired().power());
    }

    /** An exclusive machine is held, and charged, as a whole, whatever the size. */
    boolean holdsTooMuch() {
        Allocation allocation = instance.allocation();
        return !allocation.charge().size().equals(instance.chargeable())
                || (!instance.isExclusive() && !allocation.held().equals(allocation.size()));
    }

    boolean isUnfinished() {
        return !isIdle()
                || instance.progress().status()
                        != SettledVm.status(instance.desired().power());
    }
}
