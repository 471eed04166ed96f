package io.skyholm.events.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.skyholm.events.Actor;
import io.skyholm.events.Event;
import io.skyholm.events.EventHeaders;
import io.skyholm.events.EventJson;
import io.skyholm.events.EventType;
import io.skyholm.events.Fact;
import java.time.Instant;
import java.util.UUID;

/** The committed examples, each with the headers that would travel with it. */
final class ExampleEvents {

    private static final UUID ID = UUID.fromString("01977a3e-5c31-7b90-9a44-0c5de8127010");
    private static final String CORRELATION_ID = "01977a3e-5bf0-7e02-b6c8-5d2f9a31b011";
    private static final String TRACEPARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    private static final Instant TIME = Instant.parse("2026-03-02T09:31:12Z");
    private static final Actor ACTOR =
            new Actor("01977a30-1000-7c3f-a2d1-90be4f77e003", "192.0.2.14", "skyholm-cli/1.0");

    private ExampleEvents() {}

    static <T extends Fact> Event<T> of(EventType<T> type) {
        JsonNode example = ContractFiles.exampleOf(type);
        T fact = EventJson.read(example.toString(), type.payload());
        EventHeaders headers = new EventHeaders(
                ID,
                type.name(),
                type.context() + "-service",
                fact.id().toString(),
                TIME,
                fact.tenantId(),
                fact.generation(),
                CORRELATION_ID,
                TRACEPARENT,
                ACTOR);
        return new Event<>(headers, fact);
    }
}
