package io.skyholm.network.host;

import io.skyholm.events.compute.MachineFact;
import io.skyholm.hosts.HostKeys;
import io.skyholm.hosts.KnownMachines;
import io.skyholm.network.known.InstanceNetworkWaker;
import io.skyholm.runtime.inbox.Inbox;
import io.skyholm.runtime.tenant.TenantRead;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Learns which machines there are, and wakes the networks of those that are proven to run nothing any more. */
@ApplicationScoped
class MachineListener {

    private static final String CONSUMER = "machines";
    private static final String ON_IT =
            "select distinct instance_id from port where compute_machine_id = $1 and deleted_at is null";

    private final Inbox inbox;
    private final InstanceNetworkWaker networks;

    MachineListener(Inbox inbox, InstanceNetworkWaker networks) {
        this.inbox = inbox;
        this.networks = networks;
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
        return KnownMachines.runsNothing(machine)
                ? wake(work, machine.id())
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> wake(Work work, UUID machine) {
        return work.values(UUID.class, ON_IT, machine)
                .invoke(instances -> instances.forEach(instance -> networks.remind(work, instance)))
                .replaceWithVoid();
    }
}
