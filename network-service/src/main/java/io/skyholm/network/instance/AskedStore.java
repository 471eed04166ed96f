package io.skyholm.network.instance;

import io.skyholm.events.EventJson;
import io.skyholm.events.compute.InstanceStatus;
import io.skyholm.events.compute.WantedNetwork;
import io.skyholm.network.port.Port;
import io.skyholm.network.port.PortStore;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds what is asked for an instance's network, and what there is of it; whoever looks is alone with it. */
@Singleton
class AskedStore {

    private static final String ASKED = """
            select tenant_id, user_id, status, edge_data_center_id, compute_machine_id, network_wanted, networks
            from known_instance where id = $1 for update""";
    private static final String HOST_STATE = """
            select case when status = 'DELETED' then 'DELETED' when fenced_at is not null then 'FENCED' else 'IN_SERVICE' end
            from known_machine where id = $1""";

    private final PortStore ports;

    AskedStore(PortStore ports) {
        this.ports = ports;
    }

    Uni<Optional<Asked>> asked(Work work, UUID id) {
        return work.query(ASKED, id)
                .map(found -> found.hasNext() ? Optional.of(asked(id, found.next())) : Optional.empty());
    }

    private static Asked asked(UUID id, Object[] row) {
        return new Asked(
                id,
                (UUID) row[0],
                (UUID) row[1],
                InstanceStatus.valueOf((String) row[2]),
                (UUID) row[3],
                (UUID) row[4],
                (Boolean) row[5],
                List.of(EventJson.read((String) row[6], WantedNetwork[].class)));
    }

    /** The situation, and the row in which it is told; a row that is new has generation 0. */
    Uni<Situation> situation(Work work, Asked asked, Optional<InstanceNetwork> network) {
        UUID host = network.map(it -> it.computeMachineId).orElse(null);
        return ports.held(work, asked.instanceId()).chain(held -> hostState(work, place(held, host))
                .map(state -> new Situation(
                        asked, network.map(it -> it.status).orElse(null), place(held, host), state, held)));
    }

    private static @Nullable UUID place(List<Port> ports, @Nullable UUID told) {
        return ports.isEmpty() ? told : ports.getFirst().host();
    }

    private static Uni<HostState> hostState(Work work, @Nullable UUID host) {
        return host == null
                ? Uni.createFrom().item(HostState.IN_SERVICE)
                : work.value(HostState.class, HOST_STATE, host).map(known -> known.orElse(HostState.IN_SERVICE));
    }
}
