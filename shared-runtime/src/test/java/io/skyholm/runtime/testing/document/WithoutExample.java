package io.skyholm.runtime.testing.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.skyholm.runtime.testing.answers.AnswerCheck;
import io.skyholm.runtime.testing.api.Operation;
import io.skyholm.runtime.testing.api.Schemas;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Properties and parameters of which a document shows no value, or one that is none of theirs. */
public final class WithoutExample {

    private final Schemas schemas;
    private final AnswerCheck check;
    private final List<String> places = new ArrayList<>();

    private WithoutExample(Schemas schemas) {
        this.schemas = schemas;
        this.check = new AnswerCheck(schemas);
    }

    /** The places, and what is wrong with their example. */
    public static List<String> in(Schemas schemas) {
        WithoutExample found = new WithoutExample(schemas);
        for (Map.Entry<String, JsonNode> schema :
                schemas.document().path("components").path("schemas").properties()) {
            for (Map.Entry<String, JsonNode> property :
                    schema.getValue().path("properties").properties()) {
                found.visit(schema.getKey() + "." + property.getKey(), property.getValue());
            }
        }
        schemas.operations().forEach(found::visit);
        return found.places;
    }

    /** What a parameter is when it is left out shows it as well. */
    private void visit(Operation operation) {
        operation
                .description()
                .path("parameters")
                .valueStream()
                .map(schemas::resolve)
                .forEach(parameter -> {
                    String place = operation.name() + " parameter "
                            + parameter.path("name").asText();
                    JsonNode schema = parameter.path("schema");
                    JsonNode example = parameter.has("example")
                            ? parameter.path("example")
                            : schemas.resolve(schema).path("default");
                    if (example.isMissingNode()) {
                        places.add(place + " has no example");
                    } else {
                        check.wrong(schema, example.toString())
                                .ifPresent(wrong -> places.add(place + ", example: " + wrong));
                    }
                });
    }

    /** What is made of other properties is shown by them. */
    private void visit(String place, JsonNode schema) {
        if (isComposed(schema)) {
            return;
        }
        List<JsonNode> examples = Stream.concat(
                        schema.path("examples").valueStream(), Stream.of(schema.path("example")))
                .filter(example -> !example.isMissingNode())
                .toList();
        if (examples.isEmpty()) {
            places.add(place + " has no example");
        }
        JsonNode bare = ((ObjectNode) schema.deepCopy()).without(List.of("example", "examples"));
        examples.forEach(example ->
                check.wrong(bare, example.toString()).ifPresent(wrong -> places.add(place + ", example: " + wrong)));
    }

    private boolean isComposed(JsonNode schema) {
        JsonNode resolved = schemas.resolve(schema);
        return resolved.has("properties") || (resolved.has("items") && isComposed(resolved.path("items")));
    }
}
