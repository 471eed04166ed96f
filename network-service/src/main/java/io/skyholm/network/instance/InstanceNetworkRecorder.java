package io.skyholm.network.instance;

import io.quarkus.runtime.Startup;
import io.skyholm.events.network.InstanceNetworkEvents;
import io.skyholm.events.network.InstanceNetworkFact;
import io.skyholm.events.network.InstanceNetworkStatus;
import io.skyholm.events.network.InstancePort;
import io.skyholm.network.port.Port;
import io.skyholm.network.port.PortStore;
import io.skyholm.runtime.aggregate.Aggregates;
import io.skyholm.runtime.aggregate.Facts;
import io.skyholm.runtime.aggregate.Revision;
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
@Startup
@Singleton
class InstanceNetworkRecorder {

    private static final String ADDRESSES = """
            select port_id, ip_address from ip_address
            where instance_id = $1 and port_id is not null and status = 'ALLOCATED'
            order by kind desc, family, id""";

    private record PortAddress(UUID portId, String ipAddress) {}

    private final Facts<InstanceNetwork, InstanceNetworkFact> facts;
    private final PortStore ports;

    InstanceNetworkRecorder(Aggregates aggregates, PortStore ports) {
        this.facts = aggregates.facts(InstanceNetwork.class, InstanceNetworkFact.class, InstanceNetworkEvents.TYPES);
        this.ports = ports;
    }

    /** What compute was told last; nobody else tells it anything until the transaction ends. */
    Uni<Optional<InstanceNetwork>> told(Work work, UUID instance) {
        return work.lock(InstanceNetwork.class, instance);
    }

    /** Notes it and tells it, unless compute knows. */
    Uni<Void> noteIfNew(Work work, RequestedNetwork requested, InstanceNetworkStatus status, @Nullable String reason) {
        return told(work, requested.instanceId())
                .chain(told -> told.filter(it -> !it.differs(status, reason, requested.host()))
                                .isPresent()
                        ? Uni.createFrom().voidItem()
                        : ports.held(work, requested.instanceId())
                                .chain(held ->
                                        note(work, requested, told, new InstanceNetworkReport(status, reason, held))));
    }

    /** Notes it and tells it, in place of what compute was told last. */
    Uni<Void> note(Work work, RequestedNetwork requested, Optional<InstanceNetwork> told, InstanceNetworkReport news) {
        return views(work, requested.instanceId(), news.ports()).chain(views -> {
            InstanceNetwork network = told.orElseGet(
                    () -> new InstanceNetwork(requested, news.status(), Revision.first(null, work.now())));
            network.tenantId = requested.tenantId();
            network.become(news, news.status() == InstanceNetworkStatus.RELEASED ? null : requested.host());
            network.ports = views;
            told.ifPresent(before -> before.revision.changed(null, work.now()));
            facts.publish(work, InstanceNetworkEvents.CHANGED, network);
            return told.isPresent() ? work.update(network) : work.insert(network);
        });
    }

    private static Uni<List<InstancePort>> views(Work work, UUID instance, List<Port> ports) {
        return ports.isEmpty()
                ? Uni.createFrom().item(List.of())
                : addresses(work, instance).map(addresses -> ports.stream()
                        .map(port -> view(port, addresses.getOrDefault(port.id(), List.of())))
                        .toList());
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
