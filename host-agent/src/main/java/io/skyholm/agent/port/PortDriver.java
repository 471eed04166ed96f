package io.skyholm.agent.port;

import io.skyholm.agent.act.SeenThing;
import io.skyholm.agent.act.Step;
import io.skyholm.agent.act.ThingDriver;
import io.skyholm.agent.hypervisor.Hypervisor;
import io.skyholm.agent.hypervisor.Port;
import io.skyholm.events.host.DesiredPort;
import io.skyholm.events.host.ThingKind;
import io.skyholm.events.host.ThingState;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Ports, through which the machines of the host's hypervisor reach their networks. */
public record PortDriver(Hypervisor hypervisor) implements ThingDriver<DesiredPort> {

    @Override
    public ThingKind kind() {
        return DesiredPort.KIND;
    }

    @Override
    public Class<DesiredPort> desired() {
        return DesiredPort.class;
    }

    @Override
    public Set<UUID> present() {
        return hypervisor.ports().stream().map(Port::id).collect(Collectors.toSet());
    }

    @Override
    public SeenThing look(UUID id) {
        return hypervisor
                .port(id)
                .map(port -> new SeenThing(ThingState.RUNNING, 0, 0, port.traffic(), null))
                .orElse(SeenThing.ABSENT);
    }

    @Override
    public Optional<Step> next(DesiredPort desired) {
        Optional<Port> seen = hypervisor.port(desired.id());
        if (!desired.present()) {
            return seen.map(port -> Step.of(() -> hypervisor.unplug(port.id())));
        }
        boolean isDone =
                seen.filter(port -> port.generation() >= desired.generation()).isPresent();
        return isDone ? Optional.empty() : Optional.of(Step.of(() -> hypervisor.plug(desired)));
    }
}
