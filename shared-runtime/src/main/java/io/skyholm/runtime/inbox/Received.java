package io.skyholm.runtime.inbox;

import io.skyholm.events.Event;
import io.skyholm.events.EventHeaders;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** A record as it came from Kafka, with its attributes read. */
public record Received(String topic, Map<String, String> rawHeaders, EventHeaders headers, String payload) {

    static Received of(ConsumerRecord<String, String> record) {
        Map<String, String> raw = texts(record);
        return new Received(record.topic(), raw, EventHeaders.from(raw), record.value());
    }

    /** The event's own id. */
    public UUID id() {
        return headers.id();
    }

    /** The event with its fact; empty if this service does not know the type. */
    public Optional<Event<?>> event() {
        return Event.read(rawHeaders, payload);
    }

    static Map<String, String> texts(ConsumerRecord<String, String> record) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Header header : record.headers()) {
            if (header.value() != null) {
                texts.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
        }
        return texts;
    }
}
