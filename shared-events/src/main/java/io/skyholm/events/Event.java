package io.skyholm.events;

import java.util.Map;
import java.util.Optional;

/** One event as a consumer holds it: its attributes, and the fact it carries. */
public record Event<T extends Fact>(EventHeaders headers, T data) {

    /**
     * Reads a record of a topic; empty when its type is one that this reader does not know, which is no fault:
     * publishers are renewed before their consumers.
     */
    public static Optional<Event<?>> read(Map<String, String> headers, String payload) {
        EventHeaders attributes = EventHeaders.from(headers);
        return EventCatalogue.byName(attributes.type())
                .map(type -> new Event<>(attributes, EventJson.read(payload, type.payload())));
    }
}
