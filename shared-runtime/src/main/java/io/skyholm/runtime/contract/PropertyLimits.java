package io.skyholm.runtime.contract;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jboss.jandex.Type;
import org.jspecify.annotations.Nullable;

/**
 * Writes the constraints of what an Optional, a list or a map of a record holds. The scanner writes those of plain
 * components, but passes over {@code Optional<@Size(max = 32) String>}, as PATCH takes it.
 */
final class PropertyLimits {

    private static final String CONSTRAINTS = "jakarta.validation.constraints.";
    private static final DotName CONSTRAINT = DotName.createSimple("jakarta.validation.Constraint");

    /** What the scanner writes for {@code @NotBlank}: somewhere is a character that is no blank. */
    private static final String NOT_BLANK = "\\S";

    private final IndexView index;
    private final Map<String, List<ClassInfo>> records;

    PropertyLimits(IndexView index) {
        this.index = index;
        this.records = index.getKnownClasses().stream()
                .filter(ClassInfo::isRecord)
                .collect(Collectors.groupingBy(ClassInfo::simpleName));
    }

    void write(SchemaTree tree) {
        tree.all().forEach((name, schema) -> {
            recordsOf(name, schema)
                    .forEach(record -> record.recordComponents().forEach(component -> write(component, schema)));
            SchemaTree.within(schema, PropertyLimits::matchTheWhole);
        });
    }

    /** Views have other names in the document, but they are only answered: nothing limits them. */
    private Collection<ClassInfo> recordsOf(String name, Schema schema) {
        return schema.getProperties() == null
                ? List.of()
                : records.getOrDefault(name, List.of()).stream()
                        .filter(record -> record.recordComponents().stream()
                                .map(RecordComponentInfo::name)
                                .collect(Collectors.toSet())
                                .containsAll(schema.getProperties().keySet()))
                        .toList();
    }

    private void write(RecordComponentInfo component, Schema schema) {
        write(component.type(), schema.getProperties().get(component.name()));
    }

    private void write(Type type, @Nullable Schema schema) {
        if (schema == null) {
            return;
        }
        type.annotations().forEach(annotation -> write(annotation, schema));
        if (type.kind() != Type.Kind.PARAMETERIZED_TYPE) {
            return;
        }
        List<Type> held = type.asParameterizedType().arguments();
        switch (type.name().withoutPackagePrefix()) {
            case "Optional" -> write(held.getFirst(), schema);
            case "List", "Set" -> write(held.getFirst(), schema.getItems());
            case "Map" -> {
                write(held.getLast(), schema.getAdditionalPropertiesSchema());
                Schema names = OASFactory.createSchema().addType(Schema.SchemaType.STRING);
                write(held.getFirst(), names);
                if (names.getPattern() != null || names.getMaxLength() != null) {
                    schema.setPropertyNames(names);
                }
            }
            default -> {}
        }
    }

    private void write(AnnotationInstance annotation, Schema schema) {
        if (!annotation.name().toString().startsWith(CONSTRAINTS)) {
            composing(annotation).forEach(part -> write(part, schema));
            return;
        }
        switch (annotation.name().withoutPackagePrefix()) {
            case "Size" -> size(annotation, schema);
            case "Pattern" -> schema.setPattern(annotation.value("regexp").asString());
            case "Min", "DecimalMin" -> schema.setMinimum(number(annotation));
            case "Max", "DecimalMax" -> schema.setMaximum(number(annotation));
            case "PositiveOrZero" -> schema.setMinimum(BigDecimal.ZERO);
            default -> {}
        }
    }

    /** What a constraint of the house is composed of. */
    private List<AnnotationInstance> composing(AnnotationInstance annotation) {
        return Optional.ofNullable(index.getClassByName(annotation.name()))
                .filter(type -> type.hasDeclaredAnnotation(CONSTRAINT))
                .map(ClassInfo::declaredAnnotations)
                .orElse(List.of());
    }

    private static void size(AnnotationInstance size, Schema schema) {
        Optional<Integer> least = Optional.ofNullable(size.value("min")).map(value -> value.asInt());
        Optional<Integer> most = Optional.ofNullable(size.value("max")).map(value -> value.asInt());
        if (SchemaTree.has(schema, Schema.SchemaType.ARRAY)) {
            least.ifPresent(schema::setMinItems);
            most.ifPresent(schema::setMaxItems);
        } else if (SchemaTree.has(schema, Schema.SchemaType.OBJECT)) {
            least.ifPresent(schema::setMinProperties);
            most.ifPresent(schema::setMaxProperties);
        } else {
            least.ifPresent(schema::setMinLength);
            most.ifPresent(schema::setMaxLength);
        }
    }

    private static BigDecimal number(AnnotationInstance limit) {
        return new BigDecimal(String.valueOf(limit.value().value()));
    }

    /** Bean validation compares the whole text, JSON Schema looks for a part of it unless the pattern says otherwise. */
    private static void matchTheWhole(Schema schema) {
        String pattern = schema.getPattern();
        if (pattern != null && !pattern.equals(NOT_BLANK) && !(pattern.startsWith("^") && pattern.endsWith("$"))) {
            schema.setPattern("^(?:" + pattern + ")$");
        }
    }
}
