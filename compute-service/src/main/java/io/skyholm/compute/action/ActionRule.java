package io.skyholm.compute.action;

import io.skyholm.compute.instance.Instance;
import io.skyholm.events.compute.InstanceStatus;
import io.skyholm.events.host.VmPower;
import io.skyholm.events.operation.OperationKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What holds for one kind of operation on instances: a row of {@link ActionRules}.
 *
 * @param begins the statuses in which it can begin
 * @param interruptedBy what takes its place while it is going on
 * @param needs what has to be claimed before it begins
 * @param change what it changes beside power and status
 * @param power what the machine is to do when it has ended; null for what it does now
 * @param status what callers see meanwhile; null for what they see now
 * @param step what its step on the host is called
 * @param searchesPlace whether an instance that has no machine gets one for it; or else it has nothing to do
 * @param survivesHost whether it goes on on another machine when its machine is lost; or else it fails
 */
public record ActionRule(
        OperationKind kind,
        Set<InstanceStatus> begins,
        Set<OperationKind> interruptedBy,
        Need needs,
        ActionChange change,
        @Nullable VmPower power,
        @Nullable InstanceStatus status,
        String step,
        boolean searchesPlace,
        boolean survivesHost,
        Cancel cancel,
        ActionFailure failure,
        Limit limit) {

    /** Its beginning, as the instance's row shows it. */
    public void begin(Instance instance, Object request, Instant now) {
        instance.progress().begin();
        if (power != null) {
            instance.desired().power(power);
        }
        if (status != null) {
            instance.progress().is(status);
        }
        change.apply(instance, request, now);
    }

    /** Whether it only changes the size: its end is told as a change then, and never as a start or a stop. */
    public boolean changesSize() {
        return change == ActionChange.SIZE;
    }

    /** Whether its host needs more for it than what the machine has. */
    public boolean changesHardware() {
        return change == ActionChange.SIZE || change == ActionChange.DISK;
    }

    /** How long it may take with that instance, where the installation says what is usual. */
    Duration longest(Instance instance, Duration usual) {
        return switch (limit) {
            case USUAL -> usual;
            case WAIT -> Duration.ofSeconds(instance.progress().waitSeconds());
            case UNDO -> usual.plusSeconds(instance.deletion().undoSeconds());
        };
    }

    boolean canBegin(Instance instance) {
        return begins.contains(instance.progress().status());
    }

    /** What an operation has to have before it begins. */
    enum Need {
        NOTHING,
        /** What it had given back of its quota. */
        QUOTA,
        /** What the larger size takes of quota and machine. */
        GROWTH
    }

    /** What becomes of an instance whose operation is cancelled. */
    enum Cancel {
        NEVER,
        /** The same as if it had failed. */
        FAIL,
        /** It is stopped, and no error. */
        STOP,
        /** Its deletion is undone, as long as that is possible. */
        UNDELETE
    }

    /** How long an operation may take. */
    enum Limit {
        /** What the installation says. */
        USUAL,
        /** What the instance says of its wait for a place. */
        WAIT,
        /** The usual, once the time for an undo is over. */
        UNDO
    }
}
