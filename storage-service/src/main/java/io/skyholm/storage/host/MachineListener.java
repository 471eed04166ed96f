package io.skyholm.storage.host;

import io.quarkus.arc.All;
import io.skyholm.events.compute.MachineFact;
import io.skyholm.hosts.HostKeys;
import io.skyholm.hosts.KnownMachines;
import io.skyholm.runtime.inbox.Inbox;
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

    private final Inbox inbox;
    private final KnownHostKeys keys;
    private final List<MachineFollower> followers;

    MachineListener(Inbox inbox, KnownHostKeys keys, @All List<MachineFollower> followers) {
        this.inbox = inbox;
        this.keys = keys;
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
        return inbox.follow(CONSUMER, events, MachineFact.class, this::note);
    }

    private Uni<Void> note(Work work, MachineFact machine) {
        KnownMachines.note(work, machine);
        return keys.note(work, machine)
                .chain(() -> Sequentially.of(followers, follower -> follower.follow(work, machine)))
                .replaceWithVoid();
    }
}
