package io.skyholm.agent.vm;

import io.skyholm.agent.act.SecretOpener;
import io.skyholm.agent.act.SeenThing;
import io.skyholm.agent.act.Step;
import io.skyholm.agent.act.ThingDriver;
import io.skyholm.agent.attachment.DiskUse;
import io.skyholm.agent.hypervisor.Hypervisor;
import io.skyholm.agent.hypervisor.Machine;
import io.skyholm.events.EventJson;
import io.skyholm.events.host.DesiredVm;
import io.skyholm.events.host.ThingKind;
import io.skyholm.events.host.ThingState;
import io.skyholm.events.host.VmPower;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Virtual machines, as the host's hypervisor runs them. One that boots from a disk is made when that is whole. */
public record VmDriver(Hypervisor hypervisor, DiskUse use, SecretOpener secrets) implements ThingDriver<DesiredVm> {

    @Override
    public ThingKind kind() {
        return DesiredVm.KIND;
    }

    @Override
    public Class<DesiredVm> desired() {
        return DesiredVm.class;
    }

    @Override
    public DesiredVm read(String text) {
        DesiredVm desired = EventJson.read(text, DesiredVm.class);
        String sealed = desired.sealedSecrets();
        return sealed == null
                ? desired
                : desired.with(EventJson.read(secrets.open(desired, sealed), DesiredVm.Secrets.class));
    }

    @Override
    public Set<UUID> present() {
        return hypervisor.machines().stream().map(Machine::id).collect(Collectors.toSet());
    }

    @Override
    public SeenThing look(UUID id) {
        return hypervisor
                .machine(id)
                .map(machine -> new SeenThing(state(machine), machine.restarts(), machine.builds(), null, null))
                .orElse(SeenThing.ABSENT);
    }

    @Override
    public void listen(Consumer<UUID> changes) {
        hypervisor.listen(changes);
    }

    @Override
    public Optional<Step> next(DesiredVm desired) {
        VmStep next = VmStep.next(desired, hypervisor.machine(desired.id()));
        return next == VmStep.NOTHING
                ? Optional.empty()
                : Optional.of(Step.of(Duration.ofSeconds(desired.graceSeconds()), () -> make(next, desired)));
    }

    /** Who stops a machine does not wait for a start that hangs. */
    @Override
    public boolean interrupts(DesiredVm desired) {
        return !desired.present() || desired.power() == VmPower.STOPPED;
    }

    private void make(VmStep step, DesiredVm desired) {
        switch (step) {
            case NOTHING -> {}
            case DEFINE -> define(desired);
            case START -> hypervisor.start(desired);
            case STOP -> hypervisor.stop(desired);
            case SUSPEND -> hypervisor.suspend(desired);
            case RESUME -> hypervisor.resume(desired);
            case RESTART -> hypervisor.restart(desired);
            case REBUILD -> use.boot(desired, () -> hypervisor.rebuild(desired));
            case RESIZE -> hypervisor.resize(desired);
            case REMOVE -> hypervisor.remove(desired.id());
        }
    }

    /** A machine that is there keeps the disk that it has: it can be stopped although that is lost. */
    private void define(DesiredVm desired) {
        if (hypervisor.machine(desired.id()).isPresent()) {
            hypervisor.define(desired);
        } else {
            use.boot(desired, () -> hypervisor.define(desired));
        }
    }

    private static ThingState state(Machine machine) {
        return switch (machine.state()) {
            case RUNNING -> ThingState.RUNNING;
            case STOPPED -> ThingState.STOPPED;
            case SUSPENDED -> ThingState.SUSPENDED;
        };
    }
}
