package io.skyholm.agent.vm;

import static io.skyholm.agent.hypervisor.MachineState.RUNNING;
import static io.skyholm.agent.hypervisor.MachineState.STOPPED;
import static io.skyholm.agent.hypervisor.MachineState.SUSPENDED;

import io.skyholm.agent.hypervisor.Machine;
import io.skyholm.agent.hypervisor.MachineSize;
import io.skyholm.agent.hypervisor.MachineState;
import io.skyholm.events.host.DesiredVm;
import java.util.Optional;

/** The next thing to be done for a machine, decided from what is wished and what is there alone. */
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

    static VmStep next(DesiredVm wish, Optional<Machine> seen) {
        if (!wish.present()) {
            return seen.isPresent() ? REMOVE : NOTHING;
        }
        return seen.map(machine -> next(wish, machine)).orElse(DEFINE);
    }

    /** A host that already took a newer wish into account is not turned back. */
    private static VmStep next(DesiredVm wish, Machine machine) {
        if (machine.generation() > wish.generation()) {
            return NOTHING;
        }
        if (machine.generation() < wish.generation()) {
            return DEFINE;
        }
        if (!machine.size().equals(MachineSize.of(wish))) {
            return machine.state() == STOPPED ? RESIZE : STOP;
        }
        if (machine.builds() < wish.builds()) {
            return machine.state() == STOPPED ? REBUILD : STOP;
        }
        return towardsPower(wish, machine);
    }

    private static VmStep towardsPower(DesiredVm wish, Machine machine) {
        MachineState state = machine.state();
        return switch (wish.power()) {
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
                yield machine.restarts() < wish.restarts() ? RESTART : NOTHING;
            }
        };
    }
}
