package io.skyholm.network.known;

import io.skyholm.events.EventJson;
import io.skyholm.events.compute.InstanceFact;
import io.skyholm.runtime.inbox.Inbox;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** Learns what compute wants for instances, and wakes who sees to their networks. */
@ApplicationScoped
class InstanceListener {

    /** Another name than at first, when nothing was noted of plans: what was told before is read once more. */
    private static final String CONSUMER = "instances-and-plans";

    /** So that what is noted of one instance waits for whoever sets up its ports. */
    private static final String LOCK = "select 1 from known_instance where id = $1 for update";

    private static final String NOTE = """
            insert into known_instance as known (id, generation, tenant_id, user_id, name, status, edge_data_center_id,
                compute_machine_id, network_wanted, networks, network_group_ids, plan_id)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
            on conflict (id) do update set generation = excluded.generation, tenant_id = excluded.tenant_id,
                user_id = excluded.user_id, name = excluded.name, status = excluded.status,
                edge_data_center_id = excluded.edge_data_center_id,
                compute_machine_id = excluded.compute_machine_id, network_wanted = excluded.network_wanted,
                networks = excluded.networks, network_group_ids = excluded.network_group_ids,
                plan_id = excluded.plan_id
            where known.generation < excluded.generation
                or known.generation = excluded.generation and known.plan_id is null""";

    private final Inbox inbox;
    private final InstanceNetworkWaker networks;
    private final RatedPorts ports;

    InstanceListener(Inbox inbox, InstanceNetworkWaker networks, RatedPorts ports) {
        this.inbox = inbox;
        this.networks = networks;
        this.ports = ports;
    }

    @Incoming("instances")
    Uni<Void> receive(ConsumerRecords<String, String> events) {
        return inbox.note(CONSUMER, events, InstanceFact.class, this::note);
    }

    private void note(Work work, InstanceFact instance) {
        work.send(LOCK, instance.id());
        ports.instanceIsTold(work, instance.id(), instance.generation(), instance.planId());
        work.send(
                NOTE,
                instance.id(),
                instance.generation(),
                instance.tenantId(),
                instance.userId(),
                instance.name(),
                instance.status().name(),
                instance.edgeDataCenterId(),
                instance.computeMachineId(),
                instance.networkWanted(),
                EventJson.write(instance.networks()),
                groups(instance.networkGroupIds()),
                instance.planId());
        networks.wake(work, instance.id());
    }

    private static UUID @Nullable [] groups(@Nullable List<UUID> groups) {
        return groups == null ? null : groups.toArray(UUID[]::new);
    }
}
