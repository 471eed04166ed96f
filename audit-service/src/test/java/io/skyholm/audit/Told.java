package io.skyholm.audit;

import io.skyholm.events.Actor;
import io.skyholm.events.EventHeader;
import io.skyholm.events.EventHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/** An event of a tenant as a service tells it, right in everything that is not said otherwise. */
public record Told(String topic, Map<String, String> headers, String payload) {

    private static final String TENANTS = "identity.tenant";

    /** The making of a tenant, by somebody known. */
    public static Told of(UUID tenant) {
        EventHeaders headers = new EventHeaders(
                UUID.randomUUID(),
                "identity.tenant.created.v1",
                "/identity",
                tenant.toString(),
                Instant.parse("2026-02-01T12:00:00Z"),
                tenant,
                1,
                UUID.randomUUID().toString(),
                null,
                new Actor(UUID.randomUUID().toString(), "192.0.2.7", "curl/8"));
        return new Told(TENANTS, headers.toMap(), "{\"name\":\"Acme\"}");
    }

    /** The same with another value in one header. */
    public Told with(EventHeader header, Object value) {
        Map<String, String> changed = new LinkedHashMap<>(headers);
        changed.put(header.key(), value.toString());
        return new Told(topic, changed, payload);
    }

    /** The same without one header. */
    public Told without(EventHeader header) {
        Map<String, String> changed = new LinkedHashMap<>(headers);
        changed.remove(header.key());
        return new Told(topic, changed, payload);
    }

    public Told saying(String other) {
        return new Told(topic, headers, other);
    }

    public UUID id() {
        return UUID.fromString(header(EventHeader.ID));
    }

    public String header(EventHeader header) {
        return headers.getOrDefault(header.key(), "");
    }

    ProducerRecord<String, String> record() {
        ProducerRecord<String, String> record = new ProducerRecord<>(topic, header(EventHeader.SUBJECT), payload);
        headers.forEach((key, value) -> record.headers().add(key, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }
}
