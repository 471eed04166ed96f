package io.skyholm.runtime.aggregate;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.skyholm.events.EventJson;
import io.skyholm.events.EventType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether what callers see, what events tell and what their schema promises are the same. They are written down apart
 * because each property is documented for its readers; a property that exists in one and is forgotten in another fails
 * here, when the service starts.
 */
final class ContractCheck {

    private static final JsonMapper MAPPER = EventJson.newMapper();

    private ContractCheck() {}

    static void check(Class<?> view, Class<?> fact, List<? extends EventType<?>> events) {
        Map<String, RecordComponent> shown = components(view);
        components(fact).forEach((name, told) -> {
            RecordComponent seen = shown.get(name);
            if (seen != null && !isSame(told, seen)) {
                throw new IllegalStateException(
                        "%s is %s in %s, and %s in %s".formatted(name, typeOf(told), fact, typeOf(seen), view));
            }
        });
        events.stream().map(EventType::schemaName).distinct().forEach(schema -> checkSchema(fact, schema));
    }

    private static void checkSchema(Class<?> fact, String schema) {
        Set<String> promised = promised(schema);
        Set<String> told = new TreeSet<>(components(fact).keySet());
        if (!told.equals(promised)) {
            throw new IllegalStateException(
                    "%s has %s, and its schema %s promises %s".formatted(fact, told, schema, promised));
        }
    }

    private static Set<String> promised(String schema) {
        try (InputStream file = EventType.class.getResourceAsStream("/schemas/" + schema + ".json")) {
            if (file == null) {
                throw new IllegalStateException("There is no schema " + schema);
            }
            Set<String> names = new TreeSet<>();
            MAPPER.readTree(file).path("properties").fieldNames().forEachRemaining(names::add);
            return names;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Map<String, RecordComponent> components(Class<?> record) {
        return Stream.of(record.getRecordComponents()).collect(Collectors.toMap(RecordComponent::getName, it -> it));
    }

    /** A fact may leave open which words there will be, where callers choose among those of an enum. */
    private static boolean isSame(RecordComponent told, RecordComponent seen) {
        return typeOf(told).equals(typeOf(seen))
                || (told.getType() == String.class && seen.getType().isEnum());
    }

    /** A set and a list are the same in JSON. */
    private static String typeOf(RecordComponent component) {
        return component.getGenericType().getTypeName().replace("java.util.Set<", "java.util.List<");
    }
}
