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
        Cause cause = work.cause();
        work.send(
                INSERT,
                Ids.next(),
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
