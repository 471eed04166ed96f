package io.skyholm.network.instance;

import io.skyholm.events.network.InstanceNetworkEvents;
import io.skyholm.events.network.InstanceNetworkFact;
import io.skyholm.events.network.InstanceNetworkStatus;
import io.skyholm.events.network.InstancePort;
import io.skyholm.network.port.Port;
import io.skyholm.network.port.PortStore;
import io.skyholm.runtime.outbox.Outbox;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes down how far an instance's network is, and tells compute. */
@Singleton
class NetworkStatusRecorder {

    private static final String ADDRESSES = """
            select port_id, ip_address from ip_address
            where instance_id = $1 and port_id is not null and status = 'ALLOCATED'
            order by kind desc, family, id""";

    private record PortAddress(UUID portId, String ipAddress) {}

    private final Outbox outbox;
    private final PortStore ports;

    NetworkStatusRecorder(Outbox outbox, PortStore ports) {
        this.outbox = outbox;
        this.ports = ports;
    }

    Uni<Optional<InstanceNetwork>> of(Work work, UUID instance) {
        return work.lock(InstanceNetwork.class, instance);
    }

    /** Notes it and tells it, unless compute knows. */
    Uni<Void> noteIfNew(Work work, RequestedNetwork requested, InstanceNetworkStatus status, @Nullable String reason) {
        return of(work, requested.instanceId())
                .chain(found -> found.filter(it -> !it.differs(status, reason, requested.host()))
                                .isPresent()
                        ? Uni.createFrom().voidItem()
                        : note(work, requested, status, reason));
    }

    /** Notes it and tells it with all ports as they are now. */
    Uni<Void> note(Work work, RequestedNetwork requested, InstanceNetworkStatus status, @Nullable String reason) {
        UUID host = status == InstanceNetworkStatus.RELEASED ? null : requested.host();
        return of(work, requested.instanceId())
                .chain(found ->
                        found.map(network -> Uni.createFrom().item(network)).orElseGet(() -> begin(work, requested)))
                .chain(network -> {
                    network.become(status, reason, host, work.now());
                    return work.update(network).chain(() -> tell(work, network));
                });
    }

    private static Uni<InstanceNetwork> begin(Work work, RequestedNetwork requested) {
        InstanceNetwork network = new InstanceNetwork(requested.instanceId(), requested.tenantId(), work.now());
        return work.insert(network).replaceWith(network);
    }

    private Uni<Void> tell(Work work, InstanceNetwork network) {
        return ports.held(work, network.id)
                .chain(held -> addresses(work, network.id).map(addresses -> held.stream()
                        .map(port -> view(port, addresses.getOrDefault(port.id(), List.of())))
                        .toList()))
                .invoke(views -> outbox.publish(
                        work,
                        InstanceNetworkEvents.CHANGED,
                        new InstanceNetworkFact(
                                network.id,
                                network.generation,
                                network.tenantId,
                                network.computeMachineId,
                                network.status,
                                network.reason,
                                views)))
                .replaceWithVoid();
    }

    private static InstancePort view(Port port, List<String> addresses) {
        return new InstancePort(port.id(), port.subnetId(), port.macAddress(), addresses, port.ordinal() == 0);
    }

    private static Uni<Map<UUID, List<String>>> addresses(Work work, UUID instance) {
        return work.list(PortAddress.class, ADDRESSES, instance).map(rows -> rows.stream()
                .collect(Collectors.groupingBy(
                        PortAddress::portId,
                        Collectors.mapping(PortAddress::ipAddress, Collectors.toUnmodifiableList()))));
    }
}
