package io.skyholm.runtime.contract;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;

/**
 * A request and an answer of each operation, as the service's tests sent and got them: {@code contract/examples.json}, which they write
 * when the contract is regenerated. A stream is shown by an event of its own, an answer that is no JSON stands under its status and type.
 */
final class OperationExamples {

    static final String FILE = "contract/examples.json";

    private static final String REQUEST = "request";
    private static final String ANSWER = "answer";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode examples;

    private OperationExamples(JsonNode examples) {
        this.examples = examples;
    }

    static OperationExamples ofService() {
        try (InputStream file = Thread.currentThread().getContextClassLoader().getResourceAsStream(FILE)) {
            return of(file == null ? JSON.createObjectNode() : JSON.readTree(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static OperationExamples of(JsonNode examples) {
        return new OperationExamples(examples);
    }

    void write(String name, ResourceMethod method, Operation operation) {
        JsonNode example = examples.path(name);
        if (operation.getRequestBody() != null && operation.getRequestBody().getContent() != null) {
            operation
                    .getRequestBody()
                    .getContent()
                    .getMediaTypes()
                    .values()
                    .forEach(type -> write(type, example.path(REQUEST)));
        }
        operation.getResponses().getAPIResponses().forEach((status, answer) -> {
            if (answer.getContent() != null) {
                boolean succeeded = status.equals(String.valueOf(method.status()));
                answer.getContent()
                        .getMediaTypes()
                        .forEach((type, described) -> write(
                                described,
                                succeeded ? success(name, method, type) : example.path(status + " " + type)));
            }
        });
    }

    private JsonNode success(String name, ResourceMethod method, String type) {
        if (method.streams()) {
            return event(name, method);
        }
        JsonNode example = examples.path(name);
        return type.equals(APPLICATION_JSON) ? example.path(ANSWER) : example.path(method.status() + " " + type);
    }

    private JsonNode event(String name, ResourceMethod method) {
        JsonNode shown = examples.path(StreamedAnswer.shownBy(name)).path(ANSWER);
        return StreamedAnswer.example(method, shown)
                .<JsonNode>map(JsonNodeFactory.instance::textNode)
                .orElseGet(JsonNodeFactory.instance::missingNode);
    }

    private static void write(MediaType type, JsonNode example) {
        if (!example.isMissingNode()) {
            type.setExample(JSON.convertValue(example, Object.class));
        }
    }
}
