package io.skyholm.runtime.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;

/**
 * A request and an answer of each operation, as the service's tests sent and got them: {@code contract/examples.json}, which they write
 * when the contract is regenerated. A stream is shown by an event of its own.
 */
final class OperationExamples {

    static final String FILE = "contract/examples.json";

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
        if (operation.getRequestBody() != null) {
            write(operation.getRequestBody().getContent(), example.path("request"));
        }
        String status = String.valueOf(method.status());
        if (operation.getResponses().hasAPIResponse(status)) {
            write(operation.getResponses().getAPIResponse(status).getContent(), answer(name, method));
        }
    }

    private JsonNode answer(String name, ResourceMethod method) {
        if (!method.streams()) {
            return examples.path(name).path("answer");
        }
        JsonNode shown = examples.path(StreamedAnswer.shownBy(name)).path("answer");
        return StreamedAnswer.example(method, shown)
                .<JsonNode>map(JsonNodeFactory.instance::textNode)
                .orElseGet(JsonNodeFactory.instance::missingNode);
    }

    private static void write(Content content, JsonNode example) {
        if (content != null && !example.isMissingNode()) {
            content.getMediaTypes().values().forEach(type -> type.setExample(JSON.convertValue(example, Object.class)));
        }
    }
}
