package io.skyholm.runtime.testing.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** One operation of a service, as its OpenAPI describes it: {@code POST /v1/tenants}. */
public record Operation(String method, String path, JsonNode description, Schemas schemas) {

    static Operation of(String path, String method, JsonNode description, Schemas schemas) {
        return new Operation(method.toUpperCase(Locale.ROOT), path, description, schemas);
    }

    /** The name under which a test gives it an example. */
    public String name() {
        return method + " " + path;
    }

    /** Whether it is called without credentials. */
    public boolean open() {
        return description.path("security").isEmpty();
    }

    /** Whether some known callers are refused, for want of a permission. */
    boolean requiresPermission() {
        return description.has("x-required-permission");
    }

    boolean changes() {
        return !method.equals("GET");
    }

    /** The schema of its JSON body, if it takes one. */
    Optional<JsonNode> body() {
        JsonNode schema = description.at("/requestBody/content/application~1json/schema");
        return schema.isMissingNode() ? Optional.empty() : Optional.of(schemas.resolve(schema));
    }

    /** The schema of what it takes as JSON, references and all. */
    public Optional<JsonNode> requestSchema() {
        return schema(description.path("requestBody"));
    }

    /** The same of what it gives when it succeeds, where that is JSON. */
    public Optional<JsonNode> answerSchema() {
        return description.path("responses").properties().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .map(response -> schema(schemas.resolve(response.getValue())))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<JsonNode> schema(JsonNode described) {
        JsonNode schema = described.at("/content/application~1json/schema");
        return schema.isMissingNode() ? Optional.empty() : Optional.of(schema);
    }

    /** Whether it takes a form, as OAuth does, and no JSON. */
    public boolean takesForm() {
        return !description
                .at("/requestBody/content/application~1x-www-form-urlencoded")
                .isMissingNode();
    }

    /** Of the body that it takes. */
    String contentType() {
        return takesForm() ? "application/x-www-form-urlencoded" : "application/json";
    }

    /** Its parameters in the path, the query or the headers. */
    public List<JsonNode> parameters(String place) {
        return StreamSupport.stream(description.path("parameters").spliterator(), false)
                .map(schemas::resolve)
                .filter(parameter -> parameter.path("in").asText().equals(place))
                .toList();
    }
}
