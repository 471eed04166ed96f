package io.skyholm.agent.act;

import io.skyholm.agent.hypervisor.Hypervisor;
import io.skyholm.agent.hypervisor.Machine;
import io.skyholm.agent.hypervisor.Port;
import io.skyholm.events.host.PortWish;
import io.skyholm.events.host.VmWish;
import io.skyholm.events.host.Wish;
import java.util.Optional;

/** Brings things a step nearer to what is wished. */
record Steps(Hypervisor hypervisor) {

    /** Whether anything is left to be done. */
    boolean remain(Wish wish) {
        return switch (wish) {
            case VmWish machine -> next(machine) != VmStep.NOTHING;
            case PortWish port -> remain(port, hypervisor.port(port.id()));
        };
    }

    /** Makes the next one, if there is one. */
    void make(Wish wish) {
        switch (wish) {
            case VmWish machine -> make(next(machine), machine);
            case PortWish port -> make(port);
        }
    }

    /** How long the next one may take at most, besides what is wished. */
    static int graceSeconds(Wish wish) {
        return wish instanceof VmWish machine ? machine.graceSeconds() : 0;
    }

    private VmStep next(VmWish wish) {
        Optional<Machine> seen = hypervisor.machine(wish.id());
        return VmStep.next(wish, seen);
    }

    private void make(VmStep step, VmWish wish) {
        switch (step) {
            case NOTHING -> {}
            case DEFINE -> hypervisor.define(wish);
            case START -> hypervisor.start(wish);
            case STOP -> hypervisor.stop(wish);
            case SUSPEND -> hypervisor.suspend(wish);
            case RESUME -> hypervisor.resume(wish);
            case RESTART -> hypervisor.restart(wish);
            case REBUILD -> hypervisor.rebuild(wish);
            case RESIZE -> hypervisor.resize(wish);
            case REMOVE -> hypervisor.remove(wish.id());
        }
    }

    private static boolean remain(PortWish wish, Optional<Port> seen) {
        if (!wish.present()) {
            return seen.isPresent();
        }
        return seen.filter(port -> port.generation() >= wish.generation()).isEmpty();
    }

    private void make(PortWish wish) {
        if (wish.present()) {
            hypervisor.plug(wish);
        } else {
            hypervisor.unplug(wish.id());
        }
    }
}
