package io.skyholm.storage.host;

import io.quarkus.arc.All;
import io.skyholm.events.compute.MachineFact;
import io.skyholm.events.compute.MachineStatus;
import io.skyholm.hosts.HostKeys;
import io.skyholm.hosts.StoredHostKeys;
import io.skyholm.runtime.inbox.Inbox;
import io.skyholm.runtime.inbox.Received;
import io.skyholm.runtime.tenant.ColumnReaders;
import io.skyholm.runtime.tenant.TenantRead;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Learns from compute which machines there are. */
@ApplicationScoped
class MachineListener {

    private static final String CONSUMER = "machines";
    private static final String NOTE = """
            insert into known_machine as known (id, generation, edge_data_center_id, status, agent_public_key, fenced_at)
            values ($1, $2, $3, $4, $5, $6)
            on conflict (id) do update set generation = excluded.generation, status = excluded.status,
                edge_data_center_id = excluded.edge_data_center_id, agent_public_key = excluded.agent_public_key,
                fenced_at = excluded.fenced_at
            where known.generation < excluded.generation""";
    private static final String KEYS = """
            select id, agent_public_key from known_machine
            where id = any($1) and status <> 'DELETED' and agent_public_key is not null""";

    private final Inbox inbox;
    private final List<MachineFollower> followers;

    MachineListener(Inbox inbox, @All List<MachineFollower> followers) {
        this.inbox = inbox;
        this.followers = followers;
    }

    /** The keys of the hosts' agents, as compute told them. */
    @Produces
    @Singleton
    static HostKeys keys(TenantRead read) {
        return new StoredHostKeys(read, KEYS);
    }

    @Incoming("machines")
    Uni<Void> receive(ConsumerRecords<String, String> events) {
        return inbox.receive(CONSUMER, events, this::note);
    }

    private Uni<Void> note(Work work, Received received) {
        return received.event()
                .map(event -> event.data() instanceof MachineFact machine
                        ? note(work, machine)
                        : Uni.createFrom().voidItem())
                .orElse(Uni.createFrom().voidItem());
    }

    private Uni<Void> note(Work work, MachineFact machine) {
        work.send(
                NOTE,
                machine.id(),
                machine.generation(),
                machine.edgeDataCenterId(),
                machine.status().name(),
                machine.agentPublicKey(),
                ColumnReaders.parameter(machine.fencedAt()));
        boolean gone = machine.fencedAt() != null || machine.status() == MachineStatus.DELETED;
        return gone ? tell(work, machine.id()) : Uni.createFrom().voidItem();
    }

    private Uni<Void> tell(Work work, UUID machine) {
        return Multi.createFrom()
                .iterable(followers)
                .onItem()
                .transformToUniAndConcatenate(follower -> follower.machineGone(work, machine))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
