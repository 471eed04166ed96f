package io.skyholm.identity.apikey;

import io.skyholm.events.identity.KeyUseFact;
import io.skyholm.runtime.inbox.Inbox;
import io.skyholm.runtime.tenant.ColumnReaders;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Notes when a key was last used, as the services that let its bearer in tell it. */
@ApplicationScoped
class KeyUseListener {

    private static final String CONSUMER = "key-use";
    private static final String NOTE = """
            update api_key set last_used_at = $2
            where id = $1 and (last_used_at is null or last_used_at < $2)""";

    private final Inbox inbox;

    KeyUseListener(Inbox inbox) {
        this.inbox = inbox;
    }

    @Incoming("key-uses")
    Uni<Void> receive(ConsumerRecords<String, String> events) {
        return inbox.note(CONSUMER, events, KeyUseFact.class, KeyUseListener::note);
    }

    private static void note(Work work, KeyUseFact use) {
        work.send(NOTE, use.id(), ColumnReaders.parameter(use.usedAt()));
    }
}
