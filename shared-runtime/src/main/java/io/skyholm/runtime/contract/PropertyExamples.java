package io.skyholm.runtime.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * Gives each property an example: one that a module declares, or else the value that it has in the examples of operations, which
 * are of passing tests, or else one that a property of the same name has there.
 */
final class PropertyExamples {

    static final String FILE = "contract/values.properties";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final SchemaTree tree;
    private final ExampleValues values;
    private final Map<String, JsonNode> ofProperties = new HashMap<>();
    private final Map<String, Set<JsonNode>> ofNames = new HashMap<>();

    PropertyExamples(SchemaTree tree, ModuleTexts declared) {
        this.tree = tree;
        this.values = new ExampleValues(tree, declared);
    }

    void write(OpenAPI document) {
        document.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .flatMap(PropertyExamples::contents)
                .flatMap(content -> content.getMediaTypes().values().stream())
                .filter(type -> type.getExample() != null && type.getSchema() != null)
                .forEach(type -> learn(type.getSchema(), JSON.valueToTree(type.getExample())));
        tree.all().forEach(this::write);
        document.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .flatMap(operation ->
                        Stream.ofNullable(operation.getParameters()).flatMap(List::stream))
                .filter(parameter -> parameter.getSchema() != null && parameter.getExample() == null)
                .forEach(this::write);
    }

    /** One that may be left out and has a default is shown by it. */
    private void write(Parameter parameter) {
        Schema schema = parameter.getSchema();
        if (tree.resolve(schema).getDefaultValue() == null) {
            of("parameter", parameter.getName(), schema).ifPresent(value -> parameter.setExample(plain(value)));
        }
    }

    private static Stream<Content> contents(Operation operation) {
        Stream<Content> request = Stream.ofNullable(operation.getRequestBody()).map(body -> body.getContent());
        Stream<Content> answers =
                operation.getResponses().getAPIResponses().values().stream().map(answer -> answer.getContent());
        return Stream.concat(request, answers).filter(Objects::nonNull);
    }

    private void learn(Schema schema, JsonNode value) {
        Schema resolved = tree.resolve(schema);
        if (value instanceof ArrayNode && resolved.getItems() != null) {
            value.forEach(item -> learn(resolved.getItems(), item));
        }
        if (value instanceof ObjectNode && resolved.getProperties() != null) {
            resolved.getProperties().forEach((property, described) -> {
                if (value.hasNonNull(property)) {
                    SchemaTree.nameOf(schema)
                            .ifPresent(name -> ofProperties.putIfAbsent(name + "." + property, value.get(property)));
                    ofNames.computeIfAbsent(property, first -> new LinkedHashSet<>())
                            .add(value.get(property));
                    learn(described, value.get(property));
                }
            });
        }
    }

    private void write(String name, Schema schema) {
        Optional.ofNullable(schema.getProperties()).orElse(Map.of()).forEach((property, described) -> {
            if (described.getExamples() == null && !tree.isComposed(described)) {
                of(name, property, described).ifPresent(value -> described.setExamples(List.of(plain(value))));
            }
        });
    }

    private Optional<JsonNode> of(String name, String property, Schema schema) {
        return values.declared(name, property, schema)
                .or(() -> Optional.ofNullable(ofProperties.get(name + "." + property)))
                .or(() -> ofNames.getOrDefault(property, Set.of()).stream()
                        .filter(value -> values.fits(schema, value))
                        .findFirst())
                .or(() -> values.typical(schema));
    }

    private static Object plain(JsonNode value) {
        return JSON.convertValue(value, Object.class);
    }
}
