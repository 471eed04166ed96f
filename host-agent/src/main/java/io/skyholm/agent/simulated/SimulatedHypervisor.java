package io.skyholm.agent.simulated;

import io.skyholm.agent.hypervisor.HostLoad;
import io.skyholm.agent.hypervisor.HostSize;
import io.skyholm.agent.hypervisor.Hypervisor;
import io.skyholm.agent.hypervisor.HypervisorProblem;
import io.skyholm.agent.hypervisor.Machine;
import io.skyholm.agent.hypervisor.MachineSize;
import io.skyholm.agent.hypervisor.MachineState;
import io.skyholm.agent.hypervisor.Port;
import io.skyholm.events.host.DesiredPort;
import io.skyholm.events.host.DesiredVm;
import io.skyholm.events.host.PortTraffic;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** A host that exists as a file alone. A machine with {@code deaf} in its name never shuts down by itself. */
public final class SimulatedHypervisor implements Hypervisor {

    private final Room room;
    private final Faults faults;
    private final Memory memory;

    /** What it holds is kept in the file. */
    public SimulatedHypervisor(HostSize size, Faults faults, Path file) {
        this.room = new Room(size);
        this.faults = faults;
        this.memory = new Memory(file);
    }

    @Override
    public HostSize size() {
        return room.size();
    }

    @Override
    public HostLoad load() {
        return room.load(memory.machines());
    }

    @Override
    public List<Machine> machines() {
        return List.copyOf(memory.machines());
    }

    @Override
    public Optional<Machine> machine(UUID id) {
        return memory.machine(id);
    }

    @Override
    public List<Port> ports() {
        return memory.ports().stream().map(SimulatedTraffic::now).toList();
    }

    @Override
    public Optional<Port> port(UUID id) {
        return memory.port(id).map(SimulatedTraffic::now);
    }

    @Override
    public void define(DesiredVm wish) {
        faults.meet("define", wish.name());
        synchronized (this) {
            wish.portIds().forEach(this::requirePort);
            Machine defined =
                    memory.machine(wish.id()).map(known -> known.defined(wish)).orElseGet(() -> made(wish));
            memory.keep(defined);
        }
    }

    @Override
    public void start(DesiredVm wish) {
        change(
                "start",
                wish,
                machine -> machine.state() == MachineState.STOPPED
                        ? machine.in(MachineState.RUNNING).counting(wish.restarts(), machine.builds())
                        : machine);
    }

    @Override
    public void stop(DesiredVm wish) {
        if (wish.name().contains("deaf")) {
            Faults.pass(Duration.ofSeconds(wish.graceSeconds()));
        }
        change("stop", wish, machine -> machine.in(MachineState.STOPPED));
    }

    @Override
    public void suspend(DesiredVm wish) {
        change("suspend", wish, machine -> moved(machine, MachineState.RUNNING, MachineState.SUSPENDED));
    }

    @Override
    public void resume(DesiredVm wish) {
        change("resume", wish, machine -> moved(machine, MachineState.SUSPENDED, MachineState.RUNNING));
    }

    @Override
    public void restart(DesiredVm wish) {
        change("restart", wish, machine -> {
            requireState("restarted", machine, MachineState.RUNNING);
            return machine.counting(wish.restarts(), machine.builds());
        });
    }

    @Override
    public void rebuild(DesiredVm wish) {
        change("rebuild", wish, machine -> {
            requireState("rebuilt", machine, MachineState.STOPPED);
            return machine.counting(machine.restarts(), wish.builds());
        });
    }

    @Override
    public void resize(DesiredVm wish) {
        change("resize", wish, machine -> {
            requireState("resized", machine, MachineState.STOPPED);
            if (wish.storageGb() < machine.size().storageGb()) {
                throw new HypervisorProblem(
                        "The disk of " + wish.name() + " has " + machine.size().storageGb() + " GB and cannot shrink");
            }
            MachineSize wanted = MachineSize.of(wish);
            room.require(wanted, wish.id(), memory.machines());
            return machine.sized(wanted);
        });
    }

    @Override
    public void remove(UUID id) {
        memory.machine(id).ifPresent(machine -> {
            faults.meet("remove", machine.name());
            memory.forget(id);
        });
    }

    @Override
    public void plug(DesiredPort wish) {
        faults.meet("plug", wish.macAddress());
        synchronized (this) {
            PortTraffic counted = memory.port(wish.id())
                    .map(Port::traffic)
                    .orElseGet(() -> SimulatedTraffic.beginning(Instant.now()));
            memory.keep(new Port(wish.id(), wish.generation(), counted));
        }
    }

    @Override
    public synchronized void unplug(UUID port) {
        memory.machines().stream()
                .filter(machine -> machine.portIds().contains(port))
                .findFirst()
                .ifPresent(machine -> {
                    throw HypervisorProblem.notYet("Port " + port + " is in use by " + machine.name());
                });
        memory.port(port).ifPresent(known -> memory.forget(port));
    }

    /** What a guest does that crashes: it stops, and nobody asked for it. */
    public synchronized void crash(UUID id) {
        memory.machine(id).ifPresent(machine -> memory.keep(machine.in(MachineState.STOPPED)));
    }

    private void change(String step, DesiredVm wish, UnaryOperator<Machine> change) {
        faults.meet(step, wish.name());
        synchronized (this) {
            Machine machine = memory.machine(wish.id())
                    .orElseThrow(() -> new HypervisorProblem("There is no machine " + wish.name()));
            Machine changed = change.apply(machine);
            if (!changed.equals(machine)) {
                memory.keep(changed);
            }
        }
    }

    private Machine made(DesiredVm wish) {
        room.require(MachineSize.of(wish), wish.id(), memory.machines());
        return Machine.of(wish);
    }

    private void requirePort(UUID port) {
        if (memory.port(port).isEmpty()) {
            throw HypervisorProblem.notYet("Port " + port + " is not there yet");
        }
    }

    private static Machine moved(Machine machine, MachineState from, MachineState into) {
        if (machine.state() != into) {
            requireState("brought to " + into, machine, from);
        }
        return machine.in(into);
    }

    private static void requireState(String done, Machine machine, MachineState needed) {
        if (machine.state() != needed) {
            throw new HypervisorProblem(
                    machine.name() + " is " + machine.state() + ", and is " + done + " only when it is " + needed);
        }
    }
}
