package io.skyholm.runtime.sample;

import io.skyholm.events.EventJson;
import io.skyholm.runtime.inbox.Inbox;
import io.skyholm.runtime.inbox.Received;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Counts what it hears of each note. */
@ApplicationScoped
public class NoteListener {

    static final String POISON = "poison";

    private static final String COUNT = """
            insert into note_tally as known (name, times, traceparent, correlation_id) values ($1, 1, $2, $3)
            on conflict (name) do update set times = known.times + 1""";

    private final Inbox inbox;

    NoteListener(Inbox inbox) {
        this.inbox = inbox;
    }

    @Incoming("notes")
    Uni<Void> receive(ConsumerRecords<String, String> events) {
        return inbox.receive("notes", events, NoteListener::count);
    }

    /** The effect of one event. */
    public static Uni<Void> count(Work work, Received event) {
        NoteFact note = EventJson.read(event.payload(), NoteFact.class);
        if (note.title().equals(POISON)) {
            throw new IllegalStateException("Nobody can apply this");
        }
        work.send(
                COUNT,
                note.id().toString(),
                event.headers().traceparent(),
                event.headers().correlationId());
        return Uni.createFrom().voidItem();
    }
}
