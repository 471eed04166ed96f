package io.skyholm.agent.vm;

import static io.skyholm.agent.hypervisor.MachineState.RUNNING;
import static io.skyholm.agent.hypervisor.MachineState.STOPPED;
import static io.skyholm.agent.hypervisor.MachineState.SUSPENDED;

import io.skyholm.agent.hypervisor.Machine;
import io.skyholm.agent.hypervisor.MachineSize;
import io.skyholm.agent.hypervisor.MachineState;
import io.skyholm.events.host.DesiredVm;
import java.util.Optional;

/** The next thing to be done for a machine, decided from what is desired and what is there alone. */
enum VmStep {
    NOTHING,
    DEFINE,
    START,
    STOP,
    SUSPEND,
    RESUME,
    RESTART,
    REBUILD,
    RESIZE,
    REMOVE;

    static VmStep next(DesiredVm desired, Optional<Machine> seen) {
        if (!desired.present()) {
            return seen.isPresent() ? REMOVE : NOTHING;
        }
        return seen.map(machine -> next(desired, machine)).orElse(DEFINE);
    }

    /** A host that already took a newer desired state into account is not turned back. */
    private static VmStep next(DesiredVm desired, Machine machine) {
        if (machine.generation() > desired.generation()) {
            return NOTHING;
        }
        if (machine.generation() < desired.generation()) {
            return DEFINE;
        }
        if (!machine.size().equals(MachineSize.of(desired))) {
            return machine.state() == STOPPED ? RESIZE : STOP;
        }
        if (machine.builds() < desired.builds()) {
            return machine.state() == STOPPED ? REBUILD : STOP;
        }
        return towardsPower(desired, machine);
    }

    private static VmStep towardsPower(DesiredVm desired, Machine machine) {
        MachineState state = machine.state();
        return switch (desired.power()) {
            case STOPPED -> state == STOPPED ? NOTHING : STOP;
            case SUSPENDED ->
                switch (state) {
                    case SUSPENDED -> NOTHING;
                    case RUNNING -> SUSPEND;
                    case STOPPED -> START;
                };
            case RUNNING -> {
                if (state == SUSPENDED) {
                    yield RESUME;
                }
                if (state != RUNNING) {
                    yield START;
                }
                yield machine.restarts() < desired.restarts() ? RESTART : NOTHING;
            }
        };
    }
}
