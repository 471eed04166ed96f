package io.skyholm.runtime.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.skyholm.events.EventHeader;
import io.skyholm.events.EventJson;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Events that cannot be applied: kept with the reason until somebody decides, counted so that somebody does. */
@ApplicationScoped
public class ParkedEvents {

    private static final Logger LOG = Logger.getLogger(ParkedEvents.class);
    private static final String PARK = """
            insert into parked_event (consumer, id, topic, headers, payload, reason) values ($1, $2, $3, $4, $5, $6)
            on conflict do nothing""";

    private final TenantTransaction transactions;
    private final MeterRegistry metrics;

    ParkedEvents(TenantTransaction transactions, MeterRegistry metrics) {
        this.transactions = transactions;
        this.metrics = metrics;
    }

    Uni<Void> add(String consumer, ConsumerRecord<String, String> record, Throwable reason) {
        Map<String, String> headers = Received.texts(record);
        String place = record.topic() + "-" + record.partition() + "@" + record.offset();
        String id = headers.getOrDefault(EventHeader.ID.key(), place);
        LOG.errorf(reason, "%s sets an event aside: %s at %s", consumer, id, place);
        return add(consumer, new ParkedEvent(id, record.topic(), headers, record.value()), reason);
    }

    /** Keeps an event, whatever way it came; one that is kept already stays as it is. */
    public Uni<Void> add(String consumer, ParkedEvent event, Throwable reason) {
        metrics.counter("skyholm.events.parked", "consumer", consumer).increment();
        return transactions
                .change(
                        Cause.platform(),
                        work -> work.execute(
                                PARK,
                                consumer,
                                storable(event.id()),
                                event.topic(),
                                EventJson.write(event.headers()),
                                storable(event.payload()),
                                storable(String.valueOf(reason))))
                .replaceWithVoid();
    }

    /** PostgreSQL stores no NUL, and what cannot be stored could not be set aside either. */
    private static @Nullable String storable(@Nullable String text) {
        return text == null ? null : text.replace('\u0000', '\ufffd');
    }
}
