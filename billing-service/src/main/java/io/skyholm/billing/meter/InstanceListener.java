package io.skyholm.billing.meter;

import io.skyholm.events.compute.InstanceFact;
import io.skyholm.runtime.inbox.Inbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Notes what compute says of instances, each fact beside the others: what must be paid is read from all of them. */
@ApplicationScoped
class InstanceListener {

    private static final String CONSUMER = "instances";

    private final Inbox inbox;
    private final MeteredFacts facts;

    InstanceListener(Inbox inbox, MeteredFacts facts) {
        this.inbox = inbox;
        this.facts = facts;
    }

    @Incoming("instances")
    Uni<Void> receive(ConsumerRecords<String, String> events) {
        return inbox.follow(
                CONSUMER, events, InstanceFact.class, (work, instance) -> facts.note(work, MeterFact.of(instance)));
    }
}
