package io.skyholm.audit;

import io.skyholm.events.Actor;
import io.skyholm.events.EventHeader;
import io.skyholm.events.EventHeaders;
import io.skyholm.runtime.testing.fixtures.Broker;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** An event of a tenant as a service tells it, right in everything that is not said otherwise. */
public record SampleEvent(String topic, Map<String, String> headers, String payload) {

    private static final String TENANTS = "identity.tenant";
    private static final Pattern TYPE = Pattern.compile("(?<topic>[^.]+\\.[^.]+)\\.[^.]+\\.v\\d+");

    /** The making of a tenant, by somebody known. */
    public static SampleEvent of(UUID tenant) {
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
        return new SampleEvent(TENANTS, headers.toMap(), "{\"name\":\"Acme\"}");
    }

    /** The same with another value in one header; one of another type is told on that type's topic. */
    public SampleEvent with(EventHeader header, Object value) {
        Map<String, String> changed = new LinkedHashMap<>(headers);
        changed.put(header.key(), value.toString());
        Matcher type = TYPE.matcher(header == EventHeader.TYPE ? value.toString() : "");
        return new SampleEvent(type.matches() ? type.group("topic") : topic, changed, payload);
    }

    /** The same without one header. */
    public SampleEvent without(EventHeader header) {
        Map<String, String> changed = new LinkedHashMap<>(headers);
        changed.remove(header.key());
        return new SampleEvent(topic, changed, payload);
    }

    public SampleEvent saying(String other) {
        return new SampleEvent(topic, headers, other);
    }

    public UUID id() {
        return UUID.fromString(header(EventHeader.ID));
    }

    public String header(EventHeader header) {
        return headers.getOrDefault(header.key(), "");
    }

    /** Returns when Kafka has all of them, in their order. */
    public static void tell(SampleEvent... events) {
        Broker.tell(Stream.of(events)
                .map(event ->
                        Broker.record(event.topic, event.header(EventHeader.SUBJECT), event.headers, event.payload))
                .toList());
    }
}
