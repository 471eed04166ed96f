package io.skyholm.network;

import io.skyholm.events.compute.MachineEvents;
import io.skyholm.events.compute.MachineFact;
import io.skyholm.events.compute.MachineStatus;
import io.skyholm.events.host.DesiredPort;
import io.skyholm.events.host.Inventory;
import io.skyholm.events.host.Observation;
import io.skyholm.events.host.Observed;
import io.skyholm.events.host.PortTraffic;
import io.skyholm.events.host.ThingState;
import io.skyholm.runtime.testing.fixtures.Broker;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.HostKeys;
import io.skyholm.runtime.testing.fixtures.Sql;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A host with a key of its own, played by a test. */
public record Host(UUID id, UUID dataCenter, HostKeys keys) {

    /** One that the service has learnt of. */
    public static Host in(UUID dataCenter) {
        Host host = new Host(UUID.randomUUID(), dataCenter, HostKeys.fresh());
        host.told(1, MachineStatus.ACTIVE, null);
        return host;
    }

    /** It is certain from now on that nothing runs on it. */
    public void fenced() {
        told(2, MachineStatus.ACTIVE, Instant.now());
    }

    /** It was given up, and never comes back. */
    public void deleted() {
        told(2, MachineStatus.DELETED, null);
    }

    private void told(long generation, MachineStatus status, @Nullable Instant fencedAt) {
        Broker.tell(MachineEvents.CHANGED, fact(generation, status, fencedAt));
        Eventually.holds(
                "the machine is known",
                () -> Sql.asSuperuser("network")
                                .number(
                                        "select count(*) from known_machine where id = ? and generation >= ?",
                                        id,
                                        generation)
                        == 1);
    }

    private MachineFact fact(long generation, MachineStatus status, @Nullable Instant fencedAt) {
        return new MachineFact(
                id,
                generation,
                dataCenter,
                UUID.randomUUID(),
                "host-" + id,
                "host",
                status,
                keys.publicKey(),
                null,
                null,
                fencedAt,
                Instant.now(),
                Instant.now(),
                null,
                null,
                null);
    }

    /** Reports what it has made of the desired state of a port. */
    public void saw(UUID port, long generation, ThingState state) {
        Broker.tell(keys.signed(new Observed(id, Instant.now(), List.of(observation(port, generation, state)))));
    }

    /** Reports all that it holds, which is this port. */
    public void shows(UUID port, long generation, ThingState state) {
        Instant now = Instant.now();
        Broker.tell(keys.signed(new Inventory(id, now, 1, 1, List.of(observation(port, generation, state)))));
    }

    /** Reports what it had made of a desired state at that time. */
    public void saw(UUID port, long generation, ThingState state, Instant at) {
        Observation seen = new Observation(DesiredPort.KIND, port, generation, state, true, 0, 0, null, at);
        Broker.tell(keys.signed(new Observed(id, at, List.of(seen))));
    }

    /** Reports what a port had carried at that time. */
    public void counted(UUID port, PortTraffic traffic, Instant at) {
        Observation seen =
                new Observation(DesiredPort.KIND, port, 1, ThingState.RUNNING, true, 0, 0, null, at).carrying(traffic);
        Broker.tell(keys.signed(new Inventory(id, at, 1, 1, List.of(seen))));
    }

    /** Somebody else reports that for it. */
    public void sawByImpostor(UUID port, long generation, ThingState state) {
        Broker.tell(HostKeys.fresh()
                .signed(new Observed(id, Instant.now(), List.of(observation(port, generation, state)))));
    }

    private static Observation observation(UUID port, long generation, ThingState state) {
        return new Observation(DesiredPort.KIND, port, generation, state, true, 0, 0, null, Instant.now());
    }
}
