package io.skyholm.support.notification;

import io.skyholm.runtime.inbox.Inbox;
import io.skyholm.runtime.inbox.Received;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Tells people of what other services tell: each event once, however often it comes. */
@ApplicationScoped
class NotificationListener {

    private static final String CONSUMER = "news";

    private final Inbox inbox;
    private final Notifications notifications;

    NotificationListener(Inbox inbox, Notifications notifications) {
        this.inbox = inbox;
        this.notifications = notifications;
    }

    @Incoming("news")
    Uni<Void> receive(ConsumerRecords<String, String> events) {
        return inbox.receive(CONSUMER, events, this::tell);
    }

    private Uni<Void> tell(Work work, Received received) {
        return received.event().map(event -> notifications.tell(work, event)).orElseGet(() -> Uni.createFrom()
                .voidItem());
    }
}
