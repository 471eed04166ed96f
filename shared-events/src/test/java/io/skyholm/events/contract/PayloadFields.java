package io.skyholm.events.contract;

import static io.skyholm.events.contract.CataloguePage.quoted;
import static io.skyholm.events.contract.CataloguePage.row;
import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;

/** The fields of a payload as rows of a table, read from its schema; inner fields follow their outer one. */
final class PayloadFields {

    private PayloadFields() {}

    static String rows(JsonNode schema) {
        return rows(schema, "").collect(joining("\n"));
    }

    private static Stream<String> rows(JsonNode schema, String prefix) {
        return schema.path("properties").propertyStream().flatMap(field -> {
            String path = prefix + field.getKey();
            String always = isRequired(schema, field.getKey()) ? "yes" : "";
            JsonNode definition = field.getValue();
            String description = definition.path("description").asText("");
            return Stream.concat(
                    Stream.of(row(quoted(path), typeOf(definition), always, description)),
                    rows(definition, path + "."));
        });
    }

    private static boolean isRequired(JsonNode schema, String field) {
        return schema.path("required").valueStream().anyMatch(name -> name.asText()
                .equals(field));
    }

    private static String typeOf(JsonNode definition) {
        if (definition.has("enum")) {
            return definition
                    .path("enum")
                    .valueStream()
                    .map(value -> quoted(value.asText()))
                    .collect(joining(", "));
        }
        if (definition.has("items")) {
            return "list of " + typeOf(definition.path("items"));
        }
        if (definition.path("additionalProperties").isObject()) {
            return "map to " + typeOf(definition.path("additionalProperties"));
        }
        return definition.path("format").asText(definition.path("type").asText());
    }
}
