package io.skyholm.storage.host;

import io.quarkus.arc.All;
import io.skyholm.events.compute.MachineFact;
import io.skyholm.hosts.HostKeys;
import io.skyholm.hosts.KnownMachines;
import io.skyholm.runtime.inbox.Inbox;
import io.skyholm.runtime.inbox.Received;
import io.skyholm.runtime.tenant.Sequentially;
import io.skyholm.runtime.tenant.TenantRead;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Learns from compute which machines there are. */
@ApplicationScoped
class MachineListener {

    private static final String CONSUMER = "machines";

    private static final String NOTE_KEY = """
            insert into known_host_key as known (id, generation, agent_encryption_key) values ($1, $2, $3)
            on conflict (id) do update set generation = excluded.generation,
                agent_encryption_key = excluded.agent_encryption_key
            where known.generation < excluded.generation""";

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
        return KnownMachines.keys(read);
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
        KnownMachines.note(work, machine);
        work.send(NOTE_KEY, machine.id(), machine.generation(), machine.agentEncryptionKey());
        return Sequentially.of(followers, follower -> follower.follow(work, machine))
                .replaceWithVoid();
    }
}
