package io.skyholm.storage.instance;

import io.skyholm.events.compute.InstanceFact;
import io.skyholm.runtime.inbox.Inbox;
import io.skyholm.runtime.inbox.Received;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Learns from compute which instances there are, and on which machines. */
@ApplicationScoped
class InstanceListener {

    private static final String CONSUMER = "instances";
    private static final String NOTE = """
            insert into known_instance as known (id, generation, tenant_id, user_id, status, compute_machine_id,
                virtual_machine_id)
            values ($1, $2, $3, $4, $5, $6, $7)
            on conflict (id) do update set generation = excluded.generation, user_id = excluded.user_id,
                status = excluded.status, compute_machine_id = excluded.compute_machine_id,
                virtual_machine_id = excluded.virtual_machine_id
            where known.generation < excluded.generation""";

    private final Inbox inbox;
    private final InstanceFollower follower;

    InstanceListener(Inbox inbox, InstanceFollower follower) {
        this.inbox = inbox;
        this.follower = follower;
    }

    @Incoming("instances")
    Uni<Void> receive(ConsumerRecords<String, String> events) {
        return inbox.receive(CONSUMER, events, this::note);
    }

    private Uni<Void> note(Work work, Received received) {
        return received.event()
                .map(event -> event.data() instanceof InstanceFact instance
                        ? note(work, instance)
                        : Uni.createFrom().voidItem())
                .orElse(Uni.createFrom().voidItem());
    }

    private Uni<Void> note(Work work, InstanceFact instance) {
        work.send(
                NOTE,
                instance.id(),
                instance.generation(),
                instance.tenantId(),
                instance.userId(),
                instance.status().name(),
                instance.computeMachineId(),
                instance.virtualMachineId());
        return follower.instanceChanged(work, instance.id());
    }
}
