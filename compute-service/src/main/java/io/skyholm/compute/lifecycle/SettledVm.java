package io.skyholm.compute.lifecycle;

import io.skyholm.events.compute.InstanceStatus;
import io.skyholm.events.host.ThingState;
import io.skyholm.events.host.VmPower;

/** What an instance is when its virtual machine does what it is to do. */
final class SettledVm {

    private SettledVm() {}

    /** What callers see. */
    static InstanceStatus status(VmPower power) {
        return switch (power) {
            case RUNNING -> InstanceStatus.RUNNING;
            case STOPPED -> InstanceStatus.STOPPED;
            case SUSPENDED -> InstanceStatus.SUSPENDED;
        };
    }

    /** What the host sees. */
    static ThingState state(VmPower power) {
        return switch (power) {
            case RUNNING -> ThingState.RUNNING;
            case STOPPED -> ThingState.STOPPED;
            case SUSPENDED -> ThingState.SUSPENDED;
        };
    }
}
