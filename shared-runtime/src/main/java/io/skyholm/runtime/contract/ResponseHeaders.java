package io.skyholm.runtime.contract;

import io.skyholm.runtime.problem.ProblemKind;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The headers of answers. Those that the gateway adds are not required, since a service answers without them. */
final class ResponseHeaders {

    private static final String REQUEST_ID = "X-Request-Id";
    private static final String ETAG = "ETag";
    private static final String LOCATION = "Location";
    private static final String RETRY_AFTER = "Retry-After";
    private static final List<String> RATE_LIMIT = List.of("RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset");
    private static final int CREATED = 201;
    private static final int ACCEPTED = 202;

    private ResponseHeaders() {}

    static void describe(Components components) {
        components.addHeader(
                REQUEST_ID,
                text(
                                "The id under which the request is in the logs and in audit",
                                "01a2b3c4-0000-7000-8000-000000000001")
                        .required(true));
        components.addHeader(
                ETAG,
                text("The version of the resource; send it as If-Match with a change", "\"3\"")
                        .required(true));
        components.addHeader(
                LOCATION,
                text(
                                "The path of what was created, or of the operation to follow",
                                "/v1/operations/01a2b3c4-0000-7000-8000-00000000000a")
                        .required(true));
        components.addHeader(
                RETRY_AFTER, number("After how many seconds to try again", 2).required(true));
        components.addHeader(
                "RateLimit-Limit", number("How many requests of this kind are allowed in each second", 50));
        components.addHeader("RateLimit-Remaining", number("How many requests are left now", 49));
        components.addHeader("RateLimit-Reset", number("In how many seconds all are left again", 1));
    }

    static void write(ResourceMethod method, Operation operation) {
        APIResponse answer = operation.getResponses().getAPIResponse(String.valueOf(method.status()));
        if (answer == null) {
            return;
        }
        operation.getResponses().getAPIResponses().forEach((status, each) -> {
            if (status.startsWith("2") || status.startsWith("3")) {
                ofEverything(each);
            }
        });
        if (method.answersWithHeaders() && method.status() != ACCEPTED) {
            add(answer, ETAG);
        }
        if (method.answersWithHeaders() && (method.status() == CREATED || method.status() == ACCEPTED)) {
            add(answer, LOCATION);
        }
    }

    static void ofProblem(ProblemKind kind, APIResponse refusal) {
        ofEverything(refusal);
        if (kind == ProblemKind.TOO_MANY_REQUESTS || kind == ProblemKind.UNAVAILABLE) {
            add(refusal, RETRY_AFTER);
        }
    }

    private static void ofEverything(APIResponse answer) {
        add(answer, REQUEST_ID);
        RATE_LIMIT.forEach(header -> add(answer, header));
    }

    private static void add(APIResponse answer, String header) {
        answer.addHeader(header, OASFactory.createHeader().ref("#/components/headers/" + header));
    }

    private static Header text(String description, String example) {
        return header(description, Schema.SchemaType.STRING, example);
    }

    private static Header number(String description, int example) {
        return header(description, Schema.SchemaType.INTEGER, example);
    }

    private static Header header(String description, Schema.SchemaType type, Object example) {
        return OASFactory.createHeader()
                .description(description)
                .example(example)
                .schema(OASFactory.createSchema().addType(type));
    }
}
