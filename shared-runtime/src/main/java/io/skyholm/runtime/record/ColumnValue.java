package io.skyholm.runtime.record;

import io.skyholm.events.EventJson;
import io.vertx.sqlclient.data.Numeric;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a column's value becomes a component's. What PostgreSQL has no type for is kept as JSON in a text column: a
 * record, a list or a map.
 *
 * @param columns the types of column that it can be read from, by the names that PostgreSQL gives them
 */
record ColumnValue(Set<String> columns, UnaryOperator<Object> read) {

    private static final Map<Class<?>, ColumnValue> PLAIN = Map.ofEntries(
            same(UUID.class, "uuid"),
            same(String.class, "text", "varchar", "name"),
            same(long.class, "int8"),
            same(Long.class, "int8"),
            same(int.class, "int4"),
            same(Integer.class, "int4"),
            same(boolean.class, "bool"),
            same(Boolean.class, "bool"),
            same(double.class, "float8"),
            same(Double.class, "float8"),
            same(LocalDate.class, "date"),
            same(OffsetDateTime.class, "timestamptz"),
            Map.entry(Instant.class, new ColumnValue(Set.of("timestamptz"), ColumnValue::instant)),
            Map.entry(BigDecimal.class, new ColumnValue(Set.of("numeric"), ColumnValue::decimal)));

    static ColumnValue of(Class<?> type, Type generic) {
        ColumnValue plain = PLAIN.get(type);
        if (plain != null) {
            return plain;
        }
        return type.isEnum() ? member(type) : list(type, generic);
    }

    @Nullable Object read(@Nullable Object value) {
        return value == null ? null : read.apply(value);
    }

    private static Map.Entry<Class<?>, ColumnValue> same(Class<?> type, String... columns) {
        return Map.entry(type, new ColumnValue(Set.of(columns), value -> value));
    }

    private static Object instant(Object value) {
        return ((OffsetDateTime) value).toInstant();
    }

    private static Object decimal(Object value) {
        return value instanceof Numeric numeric ? numeric.bigDecimalValue() : value;
    }

    private static ColumnValue member(Class<?> type) {
        Map<String, Object> members = Stream.of(type.getEnumConstants())
                .collect(Collectors.toMap(member -> ((Enum<?>) member).name(), Function.identity()));
        return new ColumnValue(Set.of("text", "varchar"), name -> {
            Object member = members.get((String) name);
            if (member == null) {
                throw new IllegalStateException(name + " is not one of " + type.getName());
            }
            return member;
        });
    }

    /** A list is an array's elements, or what the text of a JSON array holds. */
    private static ColumnValue list(Class<?> type, Type generic) {
        Type element = type == List.class && generic instanceof ParameterizedType list
                ? list.getActualTypeArguments()[0]
                : void.class;
        if (element != String.class && element != UUID.class) {
            return new ColumnValue(Set.of("text"), value -> unchangeable(EventJson.read((String) value, generic)));
        }
        Set<String> columns = element == UUID.class ? Set.of("_uuid", "text") : Set.of("_text", "_varchar", "text");
        return new ColumnValue(
                columns,
                value -> value instanceof Object[] elements
                        ? List.of(elements)
                        : unchangeable(EventJson.read((String) value, generic)));
    }

    private static Object unchangeable(Object read) {
        return read instanceof List<?> list ? List.copyOf(list) : read;
    }
}
