package io.skyholm.runtime.contract;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/** Finds what lies within schemas and behind their references. */
final class SchemaTree {

    private static final String REFERENCE = "#/components/schemas/";

    private final Map<String, Schema> schemas;

    SchemaTree(Components components) {
        this.schemas = Optional.ofNullable(components.getSchemas()).orElse(Map.of());
    }

    /** By their names, in an order that never changes. */
    Map<String, Schema> all() {
        return schemas;
    }

    /** The name of the schema that it refers to. */
    static Optional<String> nameOf(Schema schema) {
        return Optional.ofNullable(schema.getRef())
                .filter(reference -> reference.startsWith(REFERENCE))
                .map(reference -> reference.substring(REFERENCE.length()));
    }

    /** What the schema is behind references, and without null as an alternative. */
    Schema resolve(Schema schema) {
        Optional<Schema> next = nameOf(schema).map(schemas::get).or(() -> Stream.of(
                        schema.getAnyOf(), schema.getOneOf(), schema.getAllOf())
                .flatMap(SchemaTree::all)
                .filter(choice -> !has(choice, Schema.SchemaType.NULL))
                .findFirst());
        return next.map(this::resolve).orElse(schema);
    }

    /** Whether the schema itself allows values of that type. */
    static boolean has(Schema schema, Schema.SchemaType type) {
        return schema.getType() != null && schema.getType().contains(type);
    }

    /** Whether it is made of properties that explain themselves, or is a list of such. */
    boolean isComposed(Schema schema) {
        Schema resolved = resolve(schema);
        return resolved.getProperties() != null || (resolved.getItems() != null && isComposed(resolved.getItems()));
    }

    /** The schema and all that is written within it. */
    static void within(@Nullable Schema schema, Consumer<Schema> visitor) {
        if (schema == null) {
            return;
        }
        visitor.accept(schema);
        within(schema.getItems(), visitor);
        within(schema.getAdditionalPropertiesSchema(), visitor);
        within(schema.getPropertyNames(), visitor);
        Optional.ofNullable(schema.getProperties()).map(Map::values).stream()
                .flatMap(Collection::stream)
                .forEach(property -> within(property, visitor));
    }

    private static Stream<Schema> all(@Nullable List<Schema> choices) {
        return choices == null ? Stream.empty() : choices.stream();
    }
}
