package io.skyholm.agent.simulated;

import io.skyholm.agent.hypervisor.Attachment;
import io.skyholm.agent.hypervisor.HostCapacity;
import io.skyholm.agent.hypervisor.HostLoad;
import io.skyholm.agent.hypervisor.HostSize;
import io.skyholm.agent.hypervisor.Hypervisor;
import io.skyholm.agent.hypervisor.HypervisorProblem;
import io.skyholm.agent.hypervisor.Machine;
import io.skyholm.agent.hypervisor.MachineSize;
import io.skyholm.agent.hypervisor.MachineState;
import io.skyholm.agent.hypervisor.Port;
import io.skyholm.agent.hypervisor.SerialLine;
import io.skyholm.events.host.DesiredAttachment;
import io.skyholm.events.host.DesiredPort;
import io.skyholm.events.host.DesiredVm;
import io.skyholm.events.host.PortTraffic;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A host that exists as a file alone. A machine with {@code deaf} in its name never shuts down by itself. */
public final class SimulatedHypervisor implements Hypervisor {

    private final HostCapacity capacity;
    private final FaultInjection faults;
    private final SimulatedState state;
    private volatile Consumer<UUID> listener = machine -> {};

    /** What it holds is kept in the file. */
    public SimulatedHypervisor(HostSize size, FaultInjection faults, Path file) {
        this.capacity = new HostCapacity(size);
        this.faults = faults;
        this.state = new SimulatedState(file);
    }

    @Override
    public void listen(Consumer<UUID> machines) {
        listener = machines;
    }

    @Override
    public HostSize size() {
        return capacity.size();
    }

    @Override
    public HostLoad load() {
        return capacity.load(state.machines());
    }

    @Override
    public List<Machine> machines() {
        return List.copyOf(state.machines());
    }

    @Override
    public Optional<Machine> machine(UUID id) {
        return state.machine(id);
    }

    @Override
    public byte[] consoleLog(UUID machine, int most) {
        return state.machine(machine)
                .map(known -> SimulatedConsole.log(known, most))
                .orElseGet(() -> new byte[0]);
    }

    @Override
    public SerialLine openSerial(UUID machine) {
        return state.machine(machine)
                .filter(known -> known.state() == MachineState.RUNNING)
                .map(SimulatedLine::new)
                .orElseThrow(() -> new HypervisorProblem("The machine does not run, so nobody reads what is typed"));
    }

    @Override
    public List<Port> ports() {
        return state.ports().stream().map(SimulatedTraffic::now).toList();
    }

    @Override
    public Optional<Port> port(UUID id) {
        return state.port(id).map(SimulatedTraffic::now);
    }

    @Override
    public List<Attachment> attachments() {
        return List.copyOf(state.attachments());
    }

    @Override
    public Optional<Attachment> attachment(UUID id) {
        return state.attachment(id);
    }

    @Override
    public void define(DesiredVm desired) {
        faults.meet("define", desired.name());
        synchronized (this) {
            desired.portIds().forEach(this::requirePort);
            Machine defined = state.machine(desired.id())
                    .map(known -> known.defined(desired))
                    .orElseGet(() -> made(desired));
            state.keep(defined);
        }
    }

    @Override
    public void start(DesiredVm desired) {
        change(
                "start",
                desired,
                machine -> machine.state() == MachineState.STOPPED
                        ? machine.in(MachineState.RUNNING).restarted(desired.restarts())
                        : machine);
    }

    @Override
    public void stop(DesiredVm desired) {
        if (desired.name().contains("deaf")) {
            FaultInjection.pass(Duration.ofSeconds(desired.graceSeconds()));
        }
        change("stop", desired, machine -> machine.in(MachineState.STOPPED));
    }

    @Override
    public void suspend(DesiredVm desired) {
        change("suspend", desired, machine -> moved(machine, MachineState.RUNNING, MachineState.SUSPENDED));
    }

    @Override
    public void resume(DesiredVm desired) {
        change("resume", desired, machine -> moved(machine, MachineState.SUSPENDED, MachineState.RUNNING));
    }

    @Override
    public void restart(DesiredVm desired) {
        change("restart", desired, machine -> {
            machine.require(MachineState.RUNNING, "restarted");
            return machine.restarted(desired.restarts());
        });
    }

    @Override
    public void rebuild(DesiredVm desired) {
        change("rebuild", desired, machine -> {
            machine.require(MachineState.STOPPED, "rebuilt");
            return machine.rebuilt(desired);
        });
    }

    @Override
    public void resize(DesiredVm desired) {
        change("resize", desired, machine -> {
            machine.requireResizable(desired);
            MachineSize wanted = MachineSize.of(desired);
            capacity.require(wanted, desired.id(), state.machines());
            return machine.sized(wanted);
        });
    }

    @Override
    public void remove(UUID id) {
        state.machine(id).ifPresent(machine -> {
            faults.meet("remove", machine.name());
            removeWithAttachments(id);
        });
    }

    private synchronized void removeWithAttachments(UUID machine) {
        state.attachments().stream()
                .filter(attachment -> attachment.machineId().equals(machine))
                .forEach(attachment -> state.forget(attachment.id()));
        state.forget(machine);
    }

    @Override
    public void attach(DesiredAttachment desired) {
        faults.meet("attach", desired.mountPath());
        synchronized (this) {
            UUID machine = desired.virtualMachineId();
            if (state.machine(machine).isEmpty()) {
                throw HypervisorProblem.notYet("Machine " + machine + " is not there yet");
            }
            state.keep(Attachment.of(desired));
        }
    }

    @Override
    public synchronized void detach(UUID attachment) {
        state.attachment(attachment).ifPresent(known -> state.forget(attachment));
    }

    @Override
    public void plug(DesiredPort desired) {
        faults.meet("plug", desired.macAddress());
        synchronized (this) {
            PortTraffic counted =
                    state.port(desired.id()).map(Port::traffic).orElseGet(() -> SimulatedTraffic.beginning());
            state.keep(new Port(desired.id(), desired.generation(), counted));
        }
    }

    @Override
    public synchronized void unplug(UUID port) {
        state.machines().stream()
                .filter(machine -> machine.portIds().contains(port))
                .findFirst()
                .ifPresent(machine -> {
                    throw HypervisorProblem.notYet("Port " + port + " is in use by " + machine.name());
                });
        state.port(port).ifPresent(known -> state.forget(port));
    }

    /** What a guest does that crashes: it stops, and nobody asked for it. */
    public void crash(UUID id) {
        synchronized (this) {
            state.machine(id).ifPresent(machine -> state.keep(machine.in(MachineState.STOPPED)));
        }
        listener.accept(id);
    }

    private void change(String step, DesiredVm desired, UnaryOperator<Machine> change) {
        faults.meet(step, desired.name());
        synchronized (this) {
            Machine machine = state.machine(desired.id())
                    .orElseThrow(() -> new HypervisorProblem("There is no machine " + desired.name()));
            Machine changed = change.apply(machine);
            if (!changed.equals(machine)) {
                state.keep(changed);
            }
        }
    }

    private Machine made(DesiredVm desired) {
        capacity.require(MachineSize.of(desired), desired.id(), state.machines());
        return Machine.of(desired);
    }

    private void requirePort(UUID port) {
        if (state.port(port).isEmpty()) {
            throw HypervisorProblem.notYet("Port " + port + " is not there yet");
        }
    }

    private static Machine moved(Machine machine, MachineState from, MachineState into) {
        if (machine.state() != into) {
            machine.require(from, "brought to " + into);
        }
        return machine.in(into);
    }
}
