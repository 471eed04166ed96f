package io.skyholm.audit.entry;

import io.skyholm.runtime.inbox.Inbox;
import io.skyholm.runtime.inbox.Received;
import io.skyholm.runtime.tenant.Columns;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** Writes an entry for every event, whether or not its type is known here. */
@ApplicationScoped
class AuditListener {

    private static final String CONSUMER = "audit";
    private static final String INSERT = """
            insert into audit_entry (id, tenant_id, user_id, action, resource_type, resource_id, event_type, generation,
                correlation_id, details, ip_address, user_agent, status, created_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)""";

    private final Inbox inbox;

    AuditListener(Inbox inbox) {
        this.inbox = inbox;
    }

    @Incoming("events")
    Uni<Void> receive(ConsumerRecords<String, String> events) {
        return inbox.receive(CONSUMER, events, AuditListener::record);
    }

    private static Uni<Void> record(Work work, Received event) {
        EventName name = EventName.parse(event.headers().type());
        work.send(
                INSERT,
                event.id(),
                event.headers().tenantId(),
                userId(event.headers().actor().id()),
                name.action(),
                name.resourceType(),
                event.headers().subject(),
                event.headers().type(),
                event.headers().generation(),
                event.headers().correlationId(),
                event.payload(),
                event.headers().actor().address(),
                event.headers().actor().agent(),
                AuditStatus.SUCCESS.name(),
                Columns.parameter(event.headers().time()));
        return Uni.createFrom().voidItem();
    }

    private static @Nullable UUID userId(@Nullable String actor) {
        return actor == null ? null : UUID.fromString(actor);
    }
}
