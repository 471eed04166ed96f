package io.skyholm.network.known;

import io.skyholm.events.billing.PlanFact;
import io.skyholm.events.billing.PlanKind;
import io.skyholm.runtime.inbox.Inbox;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Learns from billing how fast the ports of instances may be; an older fact never replaces a newer. */
@ApplicationScoped
class PlanListener {

    private static final String CONSUMER = "plans";
    private static final String NOTE = """
            insert into known_plan as known (id, generation, network_out_mbps) values ($1, $2, $3)
            on conflict (id) do update set generation = excluded.generation, network_out_mbps = excluded.network_out_mbps
            where known.generation < excluded.generation""";

    private final Inbox inbox;
    private final RatedPorts ports;

    PlanListener(Inbox inbox, RatedPorts ports) {
        this.inbox = inbox;
        this.ports = ports;
    }

    @Incoming("plans")
    Uni<Void> receive(ConsumerRecords<String, String> events) {
        return inbox.note(CONSUMER, events, PlanFact.class, this::note);
    }

    private void note(Work work, PlanFact plan) {
        if (plan.kind() == PlanKind.VPS) {
            ports.planIsTold(work, plan.id(), plan.generation(), plan.networkOutMbps());
            work.send(NOTE, plan.id(), plan.generation(), plan.networkOutMbps());
        }
    }
}
