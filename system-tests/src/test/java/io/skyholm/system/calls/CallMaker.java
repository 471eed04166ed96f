package io.skyholm.system.calls;

import com.fasterxml.jackson.databind.JsonNode;
import io.skyholm.runtime.testing.api.Operation;
import io.skyholm.runtime.testing.api.Schemas;
import io.skyholm.system.calls.SchemaValues.Extent;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Makes what an operation is called with, as its document describes it. */
public final class CallMaker {

    private static final Pattern PARAMETER = Pattern.compile("([^/]+)/\\{(\\w+)}");

    private final Schemas document;
    private final IdSource ids;
    private final RandomGenerator random;
    private final SchemaValues values;

    public CallMaker(Schemas document, IdSource ids, Extent extent, RandomGenerator random) {
        this.document = document;
        this.ids = ids;
        this.random = random;
        this.values = new SchemaValues(document, ids, extent, random);
    }

    /** Its path: if it is known where something within another lies, with the ids of both. */
    public String path(Operation operation) {
        String path = operation.path();
        for (int end = path.length(); end > 0; end = path.lastIndexOf('/', end - 1)) {
            String begin = path.substring(0, end);
            Optional<String> known = begin.endsWith("}") ? ids.within(IdNames.template(begin)) : Optional.empty();
            if (known.isPresent()) {
                return known.get() + filled(operation, path.substring(end));
            }
        }
        return filled(operation, path);
    }

    private String filled(Operation operation, String path) {
        return PARAMETER.matcher(path).replaceAll(parameter -> parameter.group(1) + "/" + value(operation, parameter));
    }

    /** One of those that the document shows, such as the name of a service, or an id. */
    private String value(Operation operation, MatchResult parameter) {
        List<JsonNode> shown = operation.parameters("path").stream()
                .filter(described -> described.path("name").asText().equals(parameter.group(2)))
                .flatMap(described -> described.path("examples").valueStream())
                .map(example -> example.path("value"))
                .toList();
        if (!shown.isEmpty()) {
            return shown.get(random.nextInt(shown.size())).asText();
        }
        return parameter.group(2).equals("id") ? ids.ofKind(parameter.group(1)) : ids.named(parameter.group(2));
    }

    /** A parameter of its query with a value, encoded; of one that may be given several times the first that the document shows. */
    public String query(JsonNode parameter) {
        String name = parameter.path("name").asText();
        JsonNode shown = parameter.path("example").path(0);
        String text = (shown.isMissingNode() || name.endsWith("Id") ? values.of(name, parameter.path("schema")) : shown)
                .asText("any");
        return name + "=" + URLEncoder.encode(text.isEmpty() ? "any" : text, StandardCharsets.UTF_8);
    }

    /** Parameters of its query that take ids. */
    public List<String> idsInQuery(Operation operation) {
        return operation.parameters("query").stream()
                .filter(parameter -> parameter.path("name").asText().endsWith("Id"))
                .map(this::query)
                .toList();
    }

    /** The headers without which it is not called rightly, and each other one once in so many times. */
    public List<CallHeader> headers(Operation operation, int onceIn) {
        List<CallHeader> headers = new ArrayList<>();
        for (JsonNode parameter : operation.parameters("header")) {
            if (parameter.path("required").asBoolean() || random.nextInt(onceIn) == 0) {
                headers.add(header(parameter));
            }
        }
        return headers;
    }

    /** As its example, but that an id is one that is known, and a name is new. */
    private CallHeader header(JsonNode parameter) {
        String name = parameter.path("name").asText();
        JsonNode schema = document.resolve(parameter.path("schema"));
        boolean isExample = parameter.has("example")
                && !schema.path("format").asText().equals("uuid")
                && !name.equals("Idempotency-Key");
        String value = isExample
                ? parameter.path("example").asText()
                : values.of(name, schema).asText();
        return new CallHeader(name, value);
    }

    /** Its body; empty if it takes none. */
    public CallBody body(Operation operation) {
        return new CallBodies(values, random).of(operation);
    }
}
