package io.skyholm.runtime.testing.document;

import com.fasterxml.jackson.databind.JsonNode;
import io.skyholm.runtime.testing.api.Schemas;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a stranger would have to guess: operations, parameters, schemas, properties and values of enums of which a document says nothing. */
public final class Undescribed {

    private static final List<String> OF_OPERATIONS =
            List.of("operationId", "summary", "description", "tags", "responses");

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private final List<String> places = new ArrayList<>();

    private Undescribed() {}

    /** The places of which the document says nothing, and what is missing there. */
    public static List<String> in(Schemas schemas) {
        Undescribed found = new Undescribed();
        for (Map.Entry<String, JsonNode> path : schemas.document().path("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                if (METHODS.contains(operation.getKey())) {
                    found.operation(operation.getKey() + " " + path.getKey(), operation.getValue());
                    found.form(operation.getKey() + " " + path.getKey(), operation.getValue());
                    found.parameters(schemas, operation.getKey() + " " + path.getKey(), operation.getValue());
                }
            }
        }
        for (Map.Entry<String, JsonNode> schema :
                schemas.document().path("components").path("schemas").properties()) {
            found.sentence(schema.getKey(), schema.getValue());
            found.values(schema.getKey(), schema.getValue());
            for (Map.Entry<String, JsonNode> property :
                    schema.getValue().path("properties").properties()) {
                found.require(schema.getKey() + "." + property.getKey(), property.getValue(), "description");
            }
        }
        return found.places;
    }

    private void operation(String place, JsonNode operation) {
        OF_OPERATIONS.forEach(member -> require(place, operation, member));
    }

    /** A form is no schema of the document's components. */
    private void form(String place, JsonNode operation) {
        operation
                .at("/requestBody/content/application~1x-www-form-urlencoded/schema/properties")
                .properties()
                .forEach(field -> require(place + " field " + field.getKey(), field.getValue(), "description"));
    }

    private void parameters(Schemas schemas, String place, JsonNode operation) {
        operation
                .path("parameters")
                .valueStream()
                .map(schemas::resolve)
                .forEach(parameter ->
                        require(place + " parameter " + parameter.path("name").asText(), parameter, "description"));
    }

    /** The list of an enum's values is no sentence. */
    private void sentence(String place, JsonNode schema) {
        boolean said = schema.path("description")
                .asText()
                .lines()
                .anyMatch(line -> !line.isBlank() && !line.startsWith("- `"));
        if (!said) {
            places.add(place + " has no description");
        }
    }

    /** Each value of an enum is an item of the list in its description. */
    private void values(String place, JsonNode schema) {
        String explained = schema.path("description").asText();
        schema.path("enum")
                .valueStream()
                .map(JsonNode::asText)
                .filter(value -> !explained.contains("- `%s`: ".formatted(value)))
                .forEach(value -> places.add(place + " does not explain " + value));
    }

    private void require(String place, JsonNode described, String member) {
        JsonNode value = described.path(member);
        if (value.isMissingNode() || (value.isTextual() ? value.textValue().isBlank() : value.isEmpty())) {
            places.add(place + " has no " + member);
        }
    }
}
