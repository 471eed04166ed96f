package io.skyholm.events.contract;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import io.skyholm.events.EventCatalogue;
import io.skyholm.events.EventType;
import io.skyholm.events.access.Permission;
import java.math.BigDecimal;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Derives the JSON Schema of each payload from its record: what is not nullable is required. */
final class PayloadSchemas {

    private static final SchemaGenerator GENERATOR = generator();

    private PayloadSchemas() {}

    /** One schema per payload by its name, each complete in itself. */
    static SortedMap<String, ObjectNode> all() {
        SortedMap<String, ObjectNode> schemas = new TreeMap<>();
        EventCatalogue.types().forEach(type -> schemas.computeIfAbsent(type.schemaName(), _ -> schemaOf(type)));
        return schemas;
    }

    /** The schema of that name; there must be one. */
    static ObjectNode named(String name) {
        ObjectNode schema = all().get(name);
        if (schema == null) {
            throw new NoSuchElementException("No event carries " + name);
        }
        return schema;
    }

    private static ObjectNode schemaOf(EventType<?> type) {
        return GENERATOR.generateSchema(type.payload()).put("title", type.schemaName());
    }

    private static SchemaGenerator generator() {
        SchemaGeneratorConfigBuilder builder = new SchemaGeneratorConfigBuilder(
                        SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(new JacksonModule())
                .with(
                        Option.INLINE_ALL_SCHEMAS,
                        Option.EXTRA_OPEN_API_FORMAT_VALUES,
                        Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES);
        builder.forFields()
                .withDescriptionResolver(new EventWords()::of)
                .withRequiredCheck(field -> !isNullable(field))
                .withArrayUniqueItemsResolver(field -> field.getType().isInstanceOf(Set.class) ? true : null);
        builder.forTypesInGeneral()
                .withPropertySorter((_, _) -> 0)
                .withCustomDefinitionProvider(PayloadSchemas::moneyIsText)
                .withCustomDefinitionProvider(PayloadSchemas::permissionIsItsName);
        return new SchemaGenerator(builder.build());
    }

    private static boolean isNullable(FieldScope field) {
        return field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static @Nullable CustomDefinition moneyIsText(ResolvedType type, SchemaGenerationContext context) {
        if (type.getErasedType() != BigDecimal.class) {
            return null;
        }
        return new CustomDefinition(context.getGeneratorConfig()
                .createObjectNode()
                .put("type", "string")
                .put("format", "decimal"));
    }

    private static @Nullable CustomDefinition permissionIsItsName(ResolvedType type, SchemaGenerationContext context) {
        if (type.getErasedType() != Permission.class) {
            return null;
        }
        return new CustomDefinition(context.getGeneratorConfig()
                .createObjectNode()
                .put("type", "string")
                .put("pattern", "^[A-Z_]+:[A-Z]+$"));
    }
}
