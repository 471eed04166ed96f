package io.skyholm.compute;

import io.skyholm.events.Actor;
import io.skyholm.events.EventHeaders;
import io.skyholm.events.EventJson;
import io.skyholm.events.EventType;
import io.skyholm.events.Fact;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Tells facts as other services do. */
public final class Facts {

    private Facts() {}

    public static <F extends Fact> void tell(EventType<F> type, F fact) {
        EventHeaders headers = new EventHeaders(
                UUID.randomUUID(),
                type.name(),
                "/" + type.context(),
                fact.id().toString(),
                Instant.now(),
                fact.tenantId(),
                fact.generation(),
                UUID.randomUUID().toString(),
                null,
                Actor.PLATFORM);
        ProducerRecord<String, String> record =
                new ProducerRecord<>(type.topic(), fact.id().toString(), EventJson.write(fact));
        headers.toMap().forEach((key, value) -> record.headers().add(key, value.getBytes(StandardCharsets.UTF_8)));
        Broker.tell(List.of(record));
    }
}
