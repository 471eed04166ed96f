package io.skyholm.network.instance;

import io.skyholm.events.network.PortEvents;
import io.skyholm.network.address.AddressReleases;
import io.skyholm.network.port.Port;
import io.skyholm.network.port.PortGroups;
import io.skyholm.network.port.PortPublisher;
import io.skyholm.network.port.PortStore;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Multi;
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
    private final PortWishes wishes;
    private final PortStore ports;
    private final PortGroups groups;
    private final PortPublisher publisher;
    private final AddressReleases releases;

    NetworkMoves(
            PortSetUp setUp,
            PortWishes wishes,
            PortStore ports,
            PortGroups groups,
            PortPublisher publisher,
            AddressReleases releases) {
        this.setUp = setUp;
        this.wishes = wishes;
        this.ports = ports;
        this.groups = groups;
        this.publisher = publisher;
        this.releases = releases;
    }

    Uni<Void> setUp(Work work, Asked asked) {
        return setUp.make(work, asked)
                .chain(() -> ports.held(work, asked.instanceId()))
                .chain(made -> each(made, port -> wishes.tell(work, port)));
    }

    Uni<Void> tell(Work work, List<Port> held) {
        List<Port> changed =
                held.stream().filter(port -> port.isStale() || !port.isWished()).toList();
        return each(changed, port -> wishes.tell(work, port));
    }

    Uni<Void> leave(Work work, List<Port> held) {
        return each(held.stream().filter(Port::isWished).toList(), port -> wishes.tellAway(work, port));
    }

    Uni<Void> changeHost(Work work, Situation situation) {
        UUID host = Objects.requireNonNull(situation.asked().host(), "ports go to a host");
        return each(situation.ports(), port -> {
            withdraw(work, situation, port);
            port.move(host, work.now());
            return wishes.tell(work, port)
                    .chain(() -> groups.of(work, port.id()))
                    .invoke(guards -> publisher.publish(work, PortEvents.CHANGED, port, guards))
                    .replaceWithVoid();
        });
    }

    /** What the host has shown to be gone, or can have no longer. */
    Uni<Void> finish(Work work, Situation situation) {
        return each(situation.ports(), port -> {
            withdraw(work, situation, port);
            port.end(work.now());
            publisher.publish(work, PortEvents.DELETED, port, List.of());
            return releases.ofGonePort(work, port).chain(() -> work.update(port));
        });
    }

    private void withdraw(Work work, Situation situation, Port port) {
        if (situation.hostState().mayHear()) {
            wishes.withdraw(work, port);
        }
    }

    private static Uni<Void> each(List<Port> ports, Function<Port, Uni<Void>> move) {
        return Multi.createFrom()
                .iterable(ports)
                .onItem()
                .transformToUniAndConcatenate(move::apply)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
