package io.skyholm.runtime.outbox;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.skyholm.events.EventJson;
import io.skyholm.events.EventType;
import io.skyholm.events.Fact;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.Ids;
import io.skyholm.runtime.tenant.Work;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Publishes facts: an event is true exactly when the transaction that wrote it commits. */
@ApplicationScoped
public class Outbox {

    private static final String INSERT = """
            insert into outbox_event (id, aggregate_type, aggregate_id, type, tenant_id, source, generation,
                correlation_id, traceparent, actor_id, actor_address, actor_agent, payload, created_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)""";

    private final String source;

    Outbox(@ConfigProperty(name = "quarkus.application.name") String service) {
        this.source = "/" + service;
    }

    /** Tells the world, in this transaction, what an aggregate is now. */
    public <F extends Fact> void publish(Work work, EventType<F> type, F fact) {
        send(work, INSERT, Ids.next(), work.cause(), type, fact);
    }

    /** Tells of something that happens once and may be told twice: the event's id is its own. */
    public <F extends Fact> void publishOnce(Work work, Cause cause, EventType<F> type, F fact) {
        send(work, INSERT + " on conflict do nothing", fact.id(), cause, type, fact);
    }

    private <F extends Fact> void send(Work work, String insert, UUID id, Cause cause, EventType<F> type, F fact) {
        work.send(
                insert,
                id,
                type.topic(),
                fact.id().toString(),
                type.name(),
                fact.tenantId(),
                source,
                fact.generation(),
                cause.correlationId(),
                traceparent(),
                cause.actor().id(),
                cause.actor().address(),
                cause.actor().agent(),
                EventJson.write(fact),
                OffsetDateTime.now(ZoneOffset.UTC));
    }

    private static @Nullable String traceparent() {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid()
                ? "00-" + span.getTraceId() + "-" + span.getSpanId() + "-"
                        + span.getTraceFlags().asHex()
                : null;
    }
}
