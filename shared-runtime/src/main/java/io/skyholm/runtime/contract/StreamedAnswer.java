package io.skyholm.runtime.contract;

import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Describes an answer of server-sent events as text: what is scanned is the class that writes them. */
final class StreamedAnswer {

    private static final String OK = "200";

    /** The class that writes events, and what it is made of. */
    private static final List<String> SCANNED = List.of("OutboundSseEvent", "MediaType");

    private StreamedAnswer() {}

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
