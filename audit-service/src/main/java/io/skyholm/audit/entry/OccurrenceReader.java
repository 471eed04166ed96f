package io.skyholm.audit.entry;

import com.fasterxml.jackson.databind.JsonNode;
import io.skyholm.audit.chain.AuditStatus;
import io.skyholm.audit.chain.Details;
import io.skyholm.audit.chain.Occurrence;
import io.skyholm.events.Actor;
import io.skyholm.events.EventHeaders;
import io.skyholm.events.audit.CallEvents;
import io.skyholm.runtime.inbox.Received;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads from an event what happened: of a call what it was to do, of every other what its type says. */
final class OccurrenceReader {

    static final String CALL = "CALL";

    private OccurrenceReader() {}

    static Occurrence of(Received event) {
        JsonNode details = Details.read(event.payload());
        EventHeaders headers = event.headers();
        return headers.type().equals(CallEvents.ENDED.name()) ? ofCall(headers, details) : ofFact(headers, details);
    }

    private static Occurrence ofFact(EventHeaders headers, JsonNode details) {
        EventName name = EventName.parse(headers.type());
        Actor actor = headers.actor();
        return new Occurrence(
                headers.id(),
                headers.tenantId(),
                id(actor.id()),
                null,
                name.action(),
                name.resourceType(),
                headers.subject(),
                headers.type(),
                headers.generation(),
                headers.correlationId(),
                Details.write(details),
                actor.address(),
                actor.agent(),
                name.status(),
                micros(headers.time()));
    }

    /** Reads the fact by the names of its fields: a permission that is not known here yet is no reason to lose a call. */
    private static Occurrence ofCall(EventHeaders headers, JsonNode call) {
        String permission = text(call, "permission");
        int colon = permission == null ? -1 : permission.indexOf(':');
        return new Occurrence(
                headers.id(),
                id(text(call, "tenantId")),
                id(text(call, "userId")),
                text(call, "credential"),
                permission == null ? call.path("method").asText() : permission.substring(colon + 1),
                permission == null || colon < 0 ? CALL : permission.substring(0, colon),
                text(call, "resourceId"),
                headers.type(),
                headers.generation(),
                headers.correlationId(),
                Details.write(call),
                text(call, "ipAddress"),
                text(call, "userAgent"),
                AuditStatus.valueOf(call.path("outcome").asText()),
                micros(headers.time()));
    }

    private static @Nullable String text(JsonNode fact, String name) {
        return fact.path(name).textValue();
    }

    private static @Nullable UUID id(@Nullable String text) {
        return text == null ? null : UUID.fromString(text);
    }

    /** PostgreSQL keeps no more, and what is hashed has to come back as it was. */
    private static Instant micros(Instant time) {
        return time.truncatedTo(ChronoUnit.MICROS);
    }
}
