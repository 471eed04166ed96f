package io.skyholm.network.instance;

import io.skyholm.hosts.KnownMachines;
import io.skyholm.network.port.Port;
import io.skyholm.network.port.PortStore;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds what is requested for an instance's network, and what there is of it; whoever looks is alone with it. */
@Singleton
class RequestedNetworkStore {

    private static final String REQUESTED = """
            select id as instance_id, tenant_id, user_id, status, edge_data_center_id as data_center_id,
                compute_machine_id as host, network_wanted, networks, network_group_ids
            from known_instance where id = $1 for update""";

    private final PortStore ports;

    RequestedNetworkStore(PortStore ports) {
        this.ports = ports;
    }

    Uni<Optional<RequestedNetwork>> requested(Work work, UUID id) {
        return work.find(RequestedNetwork.class, REQUESTED, id);
    }

    /** The situation, and the row in which it is told; a row that is new has generation 0. */
    Uni<InstanceNetworkState> situation(Work work, RequestedNetwork requested, Optional<InstanceNetwork> network) {
        UUID host = network.map(it -> it.computeMachineId).orElse(null);
        return ports.held(work, requested.instanceId()).chain(held -> KnownMachines.state(work, place(held, host))
                .map(state -> new InstanceNetworkState(
                        requested, network.map(it -> it.status).orElse(null), place(held, host), state, held)));
    }

    private static @Nullable UUID place(List<Port> ports, @Nullable UUID told) {
        return ports.isEmpty() ? told : ports.getFirst().host();
    }
}
