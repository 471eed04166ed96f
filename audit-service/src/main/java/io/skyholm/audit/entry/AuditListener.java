package io.skyholm.audit.entry;

import io.skyholm.audit.chain.Occurrence;
import io.skyholm.runtime.inbox.Inbox;
import io.skyholm.runtime.inbox.Received;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears every event, whether or not its type is known here. */
@ApplicationScoped
class AuditListener {

    private static final String CONSUMER = "audit";

    private final Inbox inbox;
    private final Recorder recorder;

    AuditListener(Inbox inbox, Recorder recorder) {
        this.inbox = inbox;
        this.recorder = recorder;
    }

    @Incoming("events")
    Uni<Void> receive(ConsumerRecords<String, String> events) {
        return inbox.receiveTogether(CONSUMER, events, this::record);
    }

    private Uni<Void> record(Work work, List<Received> events) {
        List<Occurrence> happened = events.stream().map(OccurrenceReader::of).toList();
        return recorder.record(work, happened);
    }
}
