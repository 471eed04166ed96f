package io.skyholm.compute.instance;

import static java.time.temporal.ChronoUnit.MICROS;

import io.skyholm.events.compute.InstanceStatus;
import io.skyholm.events.host.VmPower;
import java.time.Instant;

/** Writes into an instance what somebody wants of it. */
final class Wanted {

    private Wanted() {}

    static void of(Instance instance, Act act, Instant now) {
        instance.statusDetail = null;
        switch (act.kind()) {
            case CREATE -> {
                instance.power = VmPower.RUNNING;
                instance.status = InstanceStatus.CREATING;
            }
            case START, RESUME -> {
                instance.power = VmPower.RUNNING;
                instance.status = InstanceStatus.STARTING;
            }
            case STOP -> {
                instance.power = VmPower.STOPPED;
                instance.status = InstanceStatus.STOPPING;
            }
            case RESTART -> {
                instance.restarts++;
                instance.status = InstanceStatus.RESTARTING;
            }
            case SUSPEND -> {
                instance.power = VmPower.SUSPENDED;
                instance.status = InstanceStatus.SUSPENDING;
            }
            case RESIZE -> resize(instance, (ResizeRequest) act.request());
            case REBUILD -> rebuild(instance, (RebuildInstance) act.request());
            case RESET_PASSWORD -> resetPassword(instance);
            case MOVE -> instance.moving = true;
            case DELETE -> delete(instance, now);
            case UNDELETE -> {
                instance.fate = Fate.KEEP;
                instance.deletableAt = null;
                instance.status = InstanceStatus.STOPPING;
            }
            case RECOVER, START_SET, STOP_SET, LAUNCH_SET, START_MANY, STOP_MANY, RESTART_MANY, DELETE_MANY ->
                throw new IllegalArgumentException(act.kind() + " is nothing that is asked of an instance");
        }
    }

    private static void resize(Instance instance, ResizeRequest request) {
        instance.size(request.wanted());
        instance.planId = request.planId();
    }

    private static void rebuild(Instance instance, RebuildInstance request) {
        instance.builds++;
        instance.origin.rebuilt(request);
        instance.power = VmPower.RUNNING;
        instance.status = InstanceStatus.STARTING;
    }

    /** Another is made when the host next hears of the instance. */
    private static void resetPassword(Instance instance) {
        instance.password = null;
        if (instance.power == VmPower.RUNNING) {
            instance.restarts++;
            instance.status = InstanceStatus.RESTARTING;
        }
    }

    /** What never ran has nothing that somebody could miss: it is not kept for an undo. */
    private static void delete(Instance instance, Instant now) {
        boolean undoable = instance.undoSeconds > 0 && instance.hasPlace();
        instance.fate = Fate.DELETE;
        instance.power = VmPower.STOPPED;
        instance.deletableAt = undoable ? now.plusSeconds(instance.undoSeconds).truncatedTo(MICROS) : null;
        instance.status = InstanceStatus.DELETING;
    }
}
