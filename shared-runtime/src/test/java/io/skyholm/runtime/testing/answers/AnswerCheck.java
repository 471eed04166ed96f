package io.skyholm.runtime.testing.answers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.skyholm.runtime.testing.api.Operation;
import io.skyholm.runtime.testing.api.Schemas;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Holds answers of a service against its document: status, media type, headers, and the body against its schema. */
public final class AnswerCheck {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private static final SchemaValidatorsConfig FORMATS =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    private final Schemas document;
    private final Map<JsonNode, JsonSchema> compiled = new ConcurrentHashMap<>();
    private final Map<String, Declared> responses = new ConcurrentHashMap<>();

    public AnswerCheck(Schemas document) {
        this.document = new Schemas(closed(document.document()));
    }

    /** What in the answer is not as the operation's responses say. */
    public Optional<String> complaint(Operation operation, RecordedAnswer answer) {
        Declared declared = responses.computeIfAbsent(
                operation.name() + " " + answer.status(), first -> declared(operation, answer.status()));
        if (declared.response().isMissingNode()) {
            return Optional.of("%d is not declared, with %s".formatted(answer.status(), answer.codeOrBody()));
        }
        return missingHeader(declared, answer).or(() -> wrongBody(declared.response(), answer));
    }

    /** A response of the document, and the headers that it always has, in small letters. */
    private record Declared(JsonNode response, Map<String, String> headers) {}

    private Declared declared(Operation operation, int status) {
        JsonNode response =
                document.resolve(operation.description().path("responses").path(String.valueOf(status)));
        Map<String, String> headers = response.path("headers").properties().stream()
                .filter(header ->
                        document.resolve(header.getValue()).path("required").asBoolean())
                .map(Map.Entry::getKey)
                .collect(Collectors.toMap(name -> name.toLowerCase(Locale.ROOT), name -> name));
        return new Declared(response, headers);
    }

    private static Optional<String> missingHeader(Declared declared, RecordedAnswer answer) {
        Set<String> given = answer.headers().stream()
                .map(header -> header.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return declared.headers().entrySet().stream()
                .filter(header -> !given.contains(header.getKey()))
                .map(Map.Entry::getValue)
                .min(Comparator.naturalOrder())
                .map(name -> "%d has no header %s".formatted(answer.status(), name));
    }

    private Optional<String> wrongBody(JsonNode response, RecordedAnswer answer) {
        JsonNode content = response.path("content");
        if (content.isEmpty() && answer.type().isEmpty()) {
            return Optional.empty();
        }
        if (!content.has(answer.type())) {
            return Optional.of("%d is sent as '%s'".formatted(answer.status(), answer.type()));
        }
        return answer.body() == null
                ? Optional.empty()
                : wrong(content.path(answer.type()).path("schema"), answer.body())
                        .map(wrong -> "%d: %s in %s".formatted(answer.status(), wrong, answer.codeOrBody()));
    }

    /** What the schema does not allow in the body. */
    public Optional<String> wrong(JsonNode schema, @Nullable String body) {
        try {
            return compiled.computeIfAbsent(schema, this::compile).validate(JSON.readTree(body)).stream()
                    .findFirst()
                    .map(ValidationMessage::getMessage);
        } catch (JsonProcessingException | NumberFormatException noJson) {
            // A number such as 1e309 is well written, and more than any number that is read as one.
            return Optional.of("no JSON");
        }
    }

    /** References of the schema lead into the document's components, which therefore come with it. */
    private JsonSchema compile(JsonNode schema) {
        ObjectNode whole = JSON.createObjectNode();
        whole.putArray("allOf").add(schema);
        whole.set("components", document.document().path("components"));
        return FACTORY.getSchema(whole, FORMATS);
    }

    /** The document in which an object has no other properties than those that it names. */
    private static JsonNode closed(JsonNode document) {
        JsonNode copy = document.deepCopy();
        copy.at("/components/schemas").forEach(schema -> {
            if (schema.has("properties") && !schema.has("additionalProperties")) {
                ((ObjectNode) schema).put("additionalProperties", false);
            }
        });
        return copy;
    }
}
