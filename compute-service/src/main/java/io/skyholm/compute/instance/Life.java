package io.skyholm.compute.instance;

import io.skyholm.compute.operation.Operation;
import io.skyholm.compute.size.Size;
import io.skyholm.compute.vm.VirtualMachine;
import io.skyholm.events.compute.InstanceStatus;
import io.skyholm.events.compute.OperationKind;
import io.skyholm.events.host.ThingState;
import io.skyholm.events.host.VmPower;
import java.time.Instant;
import java.util.Set;

/** Decides what is to be done next with an instance: the same whatever woke it, and after any crash. */
final class Life {

    private static final Set<OperationKind> WANT_A_PLACE = Set.of(
            OperationKind.CREATE,
            OperationKind.START,
            OperationKind.RESTART,
            OperationKind.RESUME,
            OperationKind.RECOVER,
            OperationKind.MOVE);

    private Life() {}

    /**
     * What to do.
     *
     * @param told whether the host was told already what the instance shall be now
     */
    static Move next(Situation situation, boolean told, Instant now) {
        Instance instance = situation.instance;
        if (instance.isDeleted()) {
            return Move.REST;
        }
        if (situation.isMachineLost()) {
            return Move.LEAVE_LOST_MACHINE;
        }
        if (situation.operation().filter(open -> open.isOver(now)).isPresent()) {
            return Move.FAIL;
        }
        boolean goes = instance.fate != Fate.KEEP && !instance.isUndeletable(now);
        return goes ? towardsNothing(situation) : towardsItsWish(situation, told);
    }

    private static Move towardsNothing(Situation situation) {
        Instance instance = situation.instance;
        VirtualMachine machine = situation.machine;
        if (machine.isDesired()) {
            return Move.TELL_ABSENT;
        }
        if (machine.host() != null) {
            return machine.isProvenGone() ? Move.WITHDRAW : Move.WAIT;
        }
        if (instance.networkWanted) {
            return Move.RELEASE_NETWORK;
        }
        return instance.networkHeld && !situation.network.isReleased() ? Move.WAIT : Move.GIVE_BACK;
    }

    private static Move towardsItsWish(Situation situation, boolean told) {
        Instance instance = situation.instance;
        if (!instance.hasPlace()) {
            return withoutPlace(situation);
        }
        if (instance.moving) {
            return leaving(situation.machine);
        }
        if (!situation.network.isReadyOn(instance.computeMachineId)) {
            boolean failed =
                    situation.network.hasFailed() && situation.operation().isPresent();
            return failed ? Move.FAIL_NETWORK : Move.WAIT;
        }
        return told ? asTold(situation) : Move.TELL;
    }

    private static Move withoutPlace(Situation situation) {
        Operation open = situation.operation().orElse(null);
        if (open == null) {
            return Move.REST;
        }
        boolean shallRun = situation.instance.power == VmPower.RUNNING;
        return shallRun && WANT_A_PLACE.contains(open.kind()) ? Move.PLACE : Move.REACHED;
    }

    private static Move leaving(VirtualMachine machine) {
        if (machine.isDesired()) {
            return Move.TELL_ABSENT;
        }
        if (machine.host() == null) {
            return Move.LEAVE_MACHINE;
        }
        return machine.isProvenGone() ? Move.WITHDRAW : Move.WAIT;
    }

    private static Move asTold(Situation situation) {
        Instance instance = situation.instance;
        VirtualMachine machine = situation.machine;
        boolean open = situation.operation().isPresent();
        if (!machine.isSettled() || machine.state() != stateOf(instance.power)) {
            boolean breaks = !open && machine.state() == ThingState.FAILED && instance.status != InstanceStatus.ERROR;
            return breaks ? Move.BROKEN : Move.WAIT;
        }
        if (hasTooMuch(instance)) {
            return Move.SHRINK;
        }
        if (instance.fate == Fate.DELETE) {
            return Move.WAIT;
        }
        return open || instance.status != resting(instance) ? Move.REACHED : Move.REST;
    }

    /** An exclusive machine is held as a whole, whatever the size. */
    static boolean hasTooMuch(Instance instance) {
        Size size = instance.size();
        return !instance.amounts.quota().equals(size)
                || (!instance.isExclusive() && !instance.amounts.held().equals(size));
    }

    static InstanceStatus resting(Instance instance) {
        return switch (instance.power) {
            case RUNNING -> InstanceStatus.RUNNING;
            case STOPPED -> InstanceStatus.STOPPED;
            case SUSPENDED -> InstanceStatus.SUSPENDED;
        };
    }

    private static ThingState stateOf(VmPower power) {
        return switch (power) {
            case RUNNING -> ThingState.RUNNING;
            case STOPPED -> ThingState.STOPPED;
            case SUSPENDED -> ThingState.SUSPENDED;
        };
    }
}
