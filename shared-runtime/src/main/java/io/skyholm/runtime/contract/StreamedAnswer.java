package io.skyholm.runtime.contract;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Describes an answer of server-sent events as text: what is scanned is the class that writes them. The data of an event is what the
 * operation beside the stream shows, of a list its first item: both read the same rows, and the examples of that operation are of passing
 * tests.
 */
final class StreamedAnswer {

    private static final String OK = "200";

    /** The class that writes events, and what it is made of. */
    private static final List<String> SCANNED = List.of("OutboundSseEvent", "MediaType");

    private static final String STREAM = "/stream";
    private static final String CHANGED = "changed";

    /** Behind which event a client of a list goes on. */
    private static final long POSITION = 1017;

    private StreamedAnswer() {}

    /** The name of the operation that shows what a stream tells. */
    static String shownBy(String name) {
        return name.endsWith(STREAM) ? name.substring(0, name.length() - STREAM.length()) : name;
    }

    /** An event as it comes over the wire; nothing where that operation has no example. */
    static Optional<String> example(ResourceMethod method, JsonNode shown) {
        JsonNode data = shown.has("items") ? shown.path("items").path(0) : shown;
        if (data.isMissingNode()) {
            return Optional.empty();
        }
        String name = method.annotation(StreamedEvent.class)
                .map(declared -> declared.value().asString())
                .orElse(CHANGED);
        long id = shown.has("items") ? POSITION : data.path("generation").asLong();
        return Optional.of("id: %d\nevent: %s\ndata: %s\n\n".formatted(id, name, data));
    }

    static void forgetWhatWasScanned(Components components) {
        SCANNED.forEach(components::removeSchema);
    }

    static void write(ResourceMethod method, Operation operation) {
        APIResponse answer = operation.getResponses().getAPIResponse(OK);
        if (answer != null && method.streams()) {
            Schema text = OASFactory.createSchema().addType(Schema.SchemaType.STRING);
            answer.setContent(OASFactory.createContent()
                    .addMediaType(
                            MediaType.SERVER_SENT_EVENTS,
                            OASFactory.createMediaType().schema(text)));
            if ("OK".equals(answer.getDescription())) {
                answer.setDescription("Events, each with its id, its name and its data, which is JSON");
            }
        }
    }
}
