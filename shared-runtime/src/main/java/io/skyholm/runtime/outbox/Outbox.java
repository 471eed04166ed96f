package io.skyholm.runtime.outbox;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.skyholm.events.EventType;
import io.skyholm.events.Fact;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.ColumnReaders;
import io.skyholm.runtime.tenant.Ids;
import io.skyholm.runtime.tenant.Work;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Publishes facts: an event is true exactly when the transaction that wrote it commits. */
@ApplicationScoped
public class Outbox {

    private static final String INSERT = """
            insert into outbox_event (id, aggregate_type, aggregate_id, type, tenant_id, source, generation,
                correlation_id, traceparent, actor_id, actor_address, actor_agent, payload, created_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)""";

    private static final String INSERT_MANY = """
            insert into outbox_event (id, aggregate_type, aggregate_id, type, tenant_id, source, generation,
                correlation_id, actor_id, actor_address, actor_agent, payload, created_at)
            select fact.event_id, $1, fact.id::text, $2, fact.tenant_id, $3, fact.generation,
                fact.correlation_id, fact.actor_id, fact.actor_address, fact.actor_agent, fact.payload, calendar_now()
            from unnest($4::uuid[], $5::uuid[], $6::uuid[], $7::bigint[], $8::text[], $9::text[], $10::text[], $11::text[],
                $12::text[]) as fact (event_id, id, tenant_id, generation, correlation_id, actor_id, actor_address, actor_agent, payload)
            on conflict do nothing""";

    private final String source;

    Outbox(@ConfigProperty(name = "quarkus.application.name") String service) {
        this.source = "/" + service;
    }

    /** Tells the world, in this transaction, what an aggregate is now; fails if that is too large to be sent. */
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
                OutboxPayload.write(fact),
                ColumnReaders.parameter(work.now()));
    }

    /** Tells of things that happen once and may be told twice, all in one statement: an event's id is its fact's. */
    public <F extends Fact> void publishOnce(Work work, EventType<F> type, List<F> facts, Function<F, Cause> causes) {
        publish(work, type, facts, Fact::id, causes);
    }

    /** Tells what many aggregates are now, all in one statement, each for its own cause. */
    public <F extends Fact> void publishAll(Work work, EventType<F> type, List<F> facts, Function<F, Cause> causes) {
        publish(work, type, facts, fact -> Ids.next(), causes);
    }

    private <F extends Fact> void publish(
            Work work, EventType<F> type, List<F> facts, Function<F, UUID> ids, Function<F, Cause> causes) {
        work.send(
                INSERT_MANY,
                type.topic(),
                type.name(),
                source,
                column(facts, ids, UUID[]::new),
                column(facts, Fact::id, UUID[]::new),
                column(facts, Fact::tenantId, UUID[]::new),
                column(facts, Fact::generation, Long[]::new),
                column(facts, fact -> causes.apply(fact).correlationId(), String[]::new),
                column(facts, fact -> causes.apply(fact).actor().id(), String[]::new),
                column(facts, fact -> causes.apply(fact).actor().address(), String[]::new),
                column(facts, fact -> causes.apply(fact).actor().agent(), String[]::new),
                column(facts, OutboxPayload::write, String[]::new));
    }

    private static <F, T> T[] column(List<F> facts, Function<F, T> value, IntFunction<T[]> array) {
        return facts.stream().map(value).toArray(array);
    }

    private static @Nullable String traceparent() {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid()
                ? "00-" + span.getTraceId() + "-" + span.getSpanId() + "-"
                        + span.getTraceFlags().asHex()
                : null;
    }
}
