package io.skyholm.runtime.inbox;

import io.skyholm.events.Event;
import io.skyholm.events.EventHeaders;
import io.skyholm.events.MalformedEventException;
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
        EventHeaders headers = EventHeaders.from(raw);
        requireOwnTopic(record.topic(), headers.type());
        return new Received(record.topic(), raw, headers, record.value());
    }

    /** Who may write to a topic may tell what that topic is for: nobody tells of a tenant on the topic of instances. */
    private static void requireOwnTopic(String topic, String type) {
        if (!type.startsWith(topic + ".")) {
            throw new MalformedEventException("An event of the type " + type + " on the topic " + topic);
        }
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
