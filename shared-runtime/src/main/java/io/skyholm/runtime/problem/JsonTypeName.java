package io.skyholm.runtime.problem;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Names the JSON that a Java type is read from. */
final class JsonTypeName {

    private static final Map<Class<?>, String> NAMES = Map.of(
            String.class, "a text",
            UUID.class, "a UUID",
            Instant.class, "a time such as 2026-01-31T12:00:00Z",
            BigDecimal.class, "a decimal number as a text",
            Integer.class, "a whole number of at most 2147483647",
            int.class, "a whole number of at most 2147483647",
            Long.class, "a whole number",
            long.class, "a whole number",
            Boolean.class, "true or false",
            boolean.class, "true or false");

    private JsonTypeName() {}

    static String of(Class<?> type) {
        return NAMES.getOrDefault(type, Collection.class.isAssignableFrom(type) ? "a list" : "an object");
    }
}
