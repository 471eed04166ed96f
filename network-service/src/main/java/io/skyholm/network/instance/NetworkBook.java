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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes down how far an instance's network is, and tells compute. */
@Singleton
class NetworkBook {

    private static final String ADDRESSES = """
            select port_id, ip_address from ip_address
            where instance_id = $1 and port_id is not null and status = 'ALLOCATED'
            order by kind desc, family, id""";

    private final Outbox outbox;
    private final PortStore ports;

    NetworkBook(Outbox outbox, PortStore ports) {
        this.outbox = outbox;
        this.ports = ports;
    }

    Uni<Optional<InstanceNetwork>> of(Work work, UUID instance) {
        return work.lock(InstanceNetwork.class, instance);
    }

    /** Notes it and tells it, unless compute knows. */
    Uni<Void> noteIfNew(Work work, Asked asked, InstanceNetworkStatus status, @Nullable String reason) {
        return of(work, asked.instanceId())
                .chain(found -> found.filter(it -> !it.differs(status, reason, asked.host()))
                                .isPresent()
                        ? Uni.createFrom().voidItem()
                        : note(work, asked, status, reason));
    }

    /** Notes it and tells it with all ports as they are now. */
    Uni<Void> note(Work work, Asked asked, InstanceNetworkStatus status, @Nullable String reason) {
        UUID host = status == InstanceNetworkStatus.RELEASED ? null : asked.host();
        return of(work, asked.instanceId())
                .chain(found ->
                        found.map(network -> Uni.createFrom().item(network)).orElseGet(() -> begin(work, asked)))
                .chain(network -> {
                    network.become(status, reason, host, work.now());
                    return work.update(network).chain(() -> tell(work, network));
                });
    }

    private static Uni<InstanceNetwork> begin(Work work, Asked asked) {
        InstanceNetwork network = new InstanceNetwork(asked.instanceId(), asked.tenantId(), work.now());
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
        return work.query(ADDRESSES, instance).map(rows -> {
            Map<UUID, List<String>> addresses = new HashMap<>();
            while (rows.hasNext()) {
                Object[] row = rows.next();
                addresses
                        .computeIfAbsent((UUID) row[0], port -> new ArrayList<>())
                        .add((String) row[1]);
            }
            return addresses;
        });
    }
}
