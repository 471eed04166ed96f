package io.skyholm.network.instance;

import io.skyholm.events.network.PortEvents;
import io.skyholm.network.address.AddressReleases;
import io.skyholm.network.port.Port;
import io.skyholm.network.port.PortGroups;
import io.skyholm.network.port.PortPublisher;
import io.skyholm.runtime.tenant.Sequentially;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

/** Makes the moves that an instance's network needs, each in the transaction of its step. */
@Singleton
class NetworkMoves {

    private final PortSetUp setUp;
    private final DesiredPorts desired;
    private final PortGroups groups;
    private final PortPublisher publisher;
    private final AddressReleases releases;

    NetworkMoves(
            PortSetUp setUp,
            DesiredPorts desired,
            PortGroups groups,
            PortPublisher publisher,
            AddressReleases releases) {
        this.setUp = setUp;
        this.desired = desired;
        this.groups = groups;
        this.publisher = publisher;
        this.releases = releases;
    }

    /** Makes the ports, that of the default route first, and tells their host. */
    Uni<List<Port>> setUp(Work work, RequestedNetwork requested) {
        return setUp.make(work, requested).call(made -> each(made, port -> desired.tell(work, port)));
    }

    Uni<Void> tell(Work work, List<Port> held) {
        List<Port> changed = held.stream()
                .filter(port -> port.isStale() || !port.isDesired())
                .toList();
        return each(changed, port -> desired.tell(work, port));
    }

    Uni<Void> leave(Work work, List<Port> held) {
        return each(held.stream().filter(Port::isDesired).toList(), port -> desired.tellAbsent(work, port));
    }

    Uni<Void> changeHost(Work work, InstanceNetworkState situation) {
        UUID host = Objects.requireNonNull(situation.requested().host(), "ports go to a host");
        return each(situation.ports(), port -> {
            desired.withdraw(work, port, situation.hostState());
            port.move(host, work.now());
            return desired.tell(work, port)
                    .chain(() -> groups.of(work, port.id()))
                    .invoke(guards -> publisher.publish(work, PortEvents.CHANGED, port, guards))
                    .replaceWithVoid();
        });
    }

    /** What the host has shown to be gone, or can have no longer. */
    Uni<Void> finish(Work work, InstanceNetworkState situation) {
        return each(situation.ports(), port -> {
            desired.withdraw(work, port, situation.hostState());
            port.end(work.now());
            publisher.publish(work, PortEvents.DELETED, port, List.of());
            groups.clear(work, port.id());
            return releases.ofGonePort(work, port).chain(() -> work.update(port));
        });
    }

    private static Uni<Void> each(List<Port> ports, Function<Port, Uni<Void>> move) {
        return Sequentially.of(ports, move::apply).replaceWithVoid();
    }
}
