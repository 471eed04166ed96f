package io.skyholm.runtime.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Values that a schema allows: those that modules declare, those that its type suggests, and whether one found elsewhere is one. */
final class ExampleValues {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> OF_FORMATS = Map.of(
            "uuid", "01a2b3c4-0000-7000-8000-000000000001",
            "date-time", "2026-11-27T10:02:11Z",
            "date", "2026-11-27");

    private final SchemaTree tree;
    private final ModuleTexts declared;

    ExampleValues(SchemaTree tree, ModuleTexts declared) {
        this.tree = tree;
        this.declared = declared;
    }

    /** The value of {@code Schema.property = …} or {@code property = …}: text as it is, everything else as JSON. */
    Optional<JsonNode> declared(String name, String property, Schema schema) {
        return declared.of(name, property)
                .map(text -> isText(tree.resolve(schema)) ? TextNode.valueOf(text) : json(text))
                .filter(value -> fits(schema, value)
                        || declared.at(name + "." + property).isPresent());
    }

    /** A value that says enough because the type says the rest. */
    Optional<JsonNode> typical(Schema schema) {
        Schema resolved = tree.resolve(schema);
        if (resolved.getEnumeration() != null) {
            return Optional.of(JSON.valueToTree(resolved.getEnumeration().getFirst()));
        }
        if (SchemaTree.has(resolved, Schema.SchemaType.BOOLEAN)) {
            return Optional.of(BooleanNode.TRUE);
        }
        if (SchemaTree.has(resolved, Schema.SchemaType.ARRAY)) {
            return typical(resolved.getItems())
                    .map(item -> JSON.createArrayNode().add(item));
        }
        return Optional.ofNullable(resolved.getFormat())
                .map(OF_FORMATS::get)
                .<JsonNode>map(TextNode::valueOf)
                .or(() -> Optional.ofNullable(resolved.getExamples()).map(all -> JSON.valueToTree(all.getFirst())));
    }

    /** Whether the schema allows the value, as far as types and limits say. */
    boolean fits(Schema schema, JsonNode value) {
        Schema resolved = tree.resolve(schema);
        List<Object> choice = resolved.getEnumeration();
        if (choice != null) {
            return value.isTextual() && choice.contains(value.textValue());
        }
        return switch (value.getNodeType()) {
            case STRING -> isText(resolved) && fits(resolved, value.textValue());
            case NUMBER -> isNumber(resolved) && fits(resolved, value.decimalValue());
            case BOOLEAN -> SchemaTree.has(resolved, Schema.SchemaType.BOOLEAN);
            case ARRAY ->
                SchemaTree.has(resolved, Schema.SchemaType.ARRAY)
                        && value.valueStream().allMatch(item -> fits(resolved.getItems(), item));
            case OBJECT -> SchemaTree.has(resolved, Schema.SchemaType.OBJECT);
            case NULL, MISSING, POJO, BINARY -> false;
        };
    }

    private static boolean fits(Schema schema, String text) {
        int longest = Optional.ofNullable(schema.getMaxLength()).orElse(Integer.MAX_VALUE);
        String format = schema.getFormat();
        return text.length() <= longest
                && (schema.getPattern() == null
                        || Pattern.compile(schema.getPattern()).matcher(text).find())
                && (format == null || !OF_FORMATS.containsKey(format) || sameForm(OF_FORMATS.get(format), text));
    }

    private static boolean fits(Schema schema, BigDecimal number) {
        return (schema.getMinimum() == null || schema.getMinimum().compareTo(number) <= 0)
                && (schema.getMaximum() == null || schema.getMaximum().compareTo(number) >= 0);
    }

    /** Examples have ids and times of one form only. */
    private static boolean sameForm(String one, String other) {
        return one.length() == other.length();
    }

    private static boolean isText(Schema schema) {
        return SchemaTree.has(schema, Schema.SchemaType.STRING);
    }

    private static boolean isNumber(Schema schema) {
        return SchemaTree.has(schema, Schema.SchemaType.INTEGER) || SchemaTree.has(schema, Schema.SchemaType.NUMBER);
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("No JSON as an example: " + text, broken);
        }
    }
}
