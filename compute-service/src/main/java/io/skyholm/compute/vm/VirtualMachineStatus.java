package io.skyholm.compute.vm;

import io.skyholm.events.host.ThingState;
import java.util.Optional;

/** What a virtual machine is doing, as its host last reported. */
public enum VirtualMachineStatus {
    CREATING,
    STARTING,
    RUNNING,
    STOPPING,
    STOPPED,
    SUSPENDED,
    RESTARTING,
    ERROR,
    DELETED;

    /** What a host's word means; empty where it says only that something is going on. */
    static Optional<VirtualMachineStatus> of(ThingState state) {
        return switch (state) {
            case RUNNING -> Optional.of(RUNNING);
            case STOPPED -> Optional.of(STOPPED);
            case SUSPENDED -> Optional.of(SUSPENDED);
            case FAILED -> Optional.of(ERROR);
            case ABSENT, CHANGING -> Optional.empty();
        };
    }
}
