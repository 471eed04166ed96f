package io.skyholm.events;

import static io.skyholm.events.EventHeader.ACTOR_ADDRESS;
import static io.skyholm.events.EventHeader.ACTOR_AGENT;
import static io.skyholm.events.EventHeader.ACTOR_ID;
import static io.skyholm.events.EventHeader.CLOUD_EVENTS_TRACEPARENT;
import static io.skyholm.events.EventHeader.CORRELATION_ID;
import static io.skyholm.events.EventHeader.GENERATION;
import static io.skyholm.events.EventHeader.ID;
import static io.skyholm.events.EventHeader.SOURCE;
import static io.skyholm.events.EventHeader.SUBJECT;
import static io.skyholm.events.EventHeader.TENANT_ID;
import static io.skyholm.events.EventHeader.TIME;
import static io.skyholm.events.EventHeader.TYPE;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The attributes of an event, readable without knowing its type or its payload. */
public record EventHeaders(
        UUID id,
        String type,
        String source,
        String subject,
        Instant time,
        @Nullable UUID tenantId,
        long generation,
        String correlationId,
        @Nullable String traceparent,
        Actor actor) {

    /** The version of CloudEvents that every event follows. */
    public static final String SPEC_VERSION_VALUE = "1.0";

    /** The form of every payload. */
    public static final String CONTENT_TYPE_VALUE = "application/json";

    /** Reads the headers of a Kafka record; fails naming the header that is missing or unreadable. */
    public static EventHeaders from(Map<String, String> headers) {
        HeaderReader reader = new HeaderReader(headers);
        return new EventHeaders(
                reader.read(ID, UUID::fromString),
                reader.read(TYPE),
                reader.read(SOURCE),
                reader.read(SUBJECT),
                reader.read(TIME, text -> OffsetDateTime.parse(text).toInstant()),
                reader.readOptional(TENANT_ID, UUID::fromString),
                reader.read(GENERATION, Long::valueOf),
                reader.read(CORRELATION_ID),
                reader.readOptional(CLOUD_EVENTS_TRACEPARENT),
                new Actor(
                        reader.readOptional(ACTOR_ID),
                        reader.readOptional(ACTOR_ADDRESS),
                        reader.readOptional(ACTOR_AGENT)));
    }

    /** The same headers as they are on Kafka; what is absent is left out. */
    public Map<String, String> toMap() {
        Map<String, String> headers = new LinkedHashMap<>();
        for (EventHeader header : EventHeader.values()) {
            Object value = valueOf(header);
            if (value != null) {
                headers.put(header.key(), value.toString());
            }
        }
        return headers;
    }

    private @Nullable Object valueOf(EventHeader header) {
        return switch (header) {
            case ID -> id;
            case SPEC_VERSION -> SPEC_VERSION_VALUE;
            case TYPE -> type;
            case SOURCE -> source;
            case SUBJECT -> subject;
            case TIME -> time;
            case TENANT_ID -> tenantId;
            case GENERATION -> generation;
            case CORRELATION_ID -> correlationId;
            case CLOUD_EVENTS_TRACEPARENT, TRACEPARENT -> traceparent;
            case ACTOR_ID -> actor.id();
            case ACTOR_ADDRESS -> actor.address();
            case ACTOR_AGENT -> actor.agent();
            case CONTENT_TYPE -> CONTENT_TYPE_VALUE;
        };
    }
}
