package io.skyholm.agent.act;

import io.skyholm.agent.hypervisor.Hypervisor;
import io.skyholm.agent.hypervisor.Machine;
import io.skyholm.agent.hypervisor.Port;
import io.skyholm.events.host.Observation;
import io.skyholm.events.host.ThingKey;
import io.skyholm.events.host.ThingKind;
import io.skyholm.events.host.ThingState;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a host sees of its things. */
record Sight(Hypervisor hypervisor, Clock clock) {

    /** Everything that is there. */
    Set<ThingKey> things() {
        Stream<ThingKey> machines =
                hypervisor.machines().stream().map(machine -> new ThingKey(ThingKind.VM, machine.id()));
        Stream<ThingKey> ports = hypervisor.ports().stream().map(port -> new ThingKey(ThingKind.PORT, port.id()));
        return Stream.concat(machines, ports).collect(Collectors.toSet());
    }

    Observation of(ThingKey key, Standing standing) {
        Optional<Machine> machine = key.kind() == ThingKind.VM ? hypervisor.machine(key.id()) : Optional.empty();
        Optional<Port> port = key.kind() == ThingKind.PORT ? hypervisor.port(key.id()) : Optional.empty();
        ThingState seen = machine.map(Sight::state).orElseGet(() -> state(port));
        return new Observation(
                key.kind(),
                key.id(),
                standing.generation(),
                switch (standing.phase()) {
                    case CHANGING -> ThingState.CHANGING;
                    case FAILED -> ThingState.FAILED;
                    case SETTLED, UNWISHED -> seen;
                },
                standing.phase() == Standing.Phase.SETTLED,
                machine.map(Machine::restarts).orElse(0L),
                machine.map(Machine::builds).orElse(0L),
                standing.detail(),
                clock.instant(),
                port.map(Port::traffic).orElse(null));
    }

    private static ThingState state(Optional<Port> port) {
        return port.isPresent() ? ThingState.RUNNING : ThingState.ABSENT;
    }

    private static ThingState state(Machine machine) {
        return switch (machine.state()) {
            case RUNNING -> ThingState.RUNNING;
            case STOPPED -> ThingState.STOPPED;
            case SUSPENDED -> ThingState.SUSPENDED;
        };
    }

    /** Whether two observations of a thing say the same of it, though at different times and after more traffic. */
    static boolean areAlike(Observation one, Observation other) {
        return atNoTime(one).equals(atNoTime(other));
    }

    private static Observation atNoTime(Observation seen) {
        return new Observation(
                seen.kind(),
                seen.id(),
                seen.generation(),
                seen.state(),
                seen.settled(),
                seen.restarts(),
                seen.builds(),
                seen.detail(),
                Instant.EPOCH);
    }
}
