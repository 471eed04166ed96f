package io.skyholm.runtime.page;

import io.skyholm.runtime.record.ColumnName;
import io.skyholm.runtime.record.Getters;
import io.skyholm.runtime.tenant.ColumnReaders;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the components of a filter ask of a row, found out once for each filter. */
record Conditions(List<Part> all) {

    private static final MethodType GET = MethodType.methodType(Object.class, Object.class);
    private static final ClassValue<Conditions> KNOWN = new ClassValue<>() {
        @Override
        protected Conditions computeValue(Class<?> filter) {
            return parts(filter, component -> ColumnName.of(component.getName()));
        }
    };

    static Conditions of(Class<? extends Record> filter) {
        return KNOWN.get(filter);
    }

    void addTo(ListQuery query, Object filter) {
        all.forEach(part -> part.addTo(query, filter));
    }

    private static Conditions parts(Class<?> filter, Function<RecordComponent, String> column) {
        return new Conditions(Stream.of(filter.getRecordComponents())
                .filter(component -> component.getType() != Deleted.class)
                .map(component -> part(filter, component, column.apply(component)))
                .toList());
    }

    private static Part part(Class<?> filter, RecordComponent component, String column) {
        try {
            Condition condition = filter.getDeclaredField(component.getName()).getAnnotation(Condition.class);
            MethodHandle get = MethodHandles.privateLookupIn(filter, MethodHandles.lookup())
                    .unreflect(component.getAccessor())
                    .asType(GET);
            if (component.getType().isRecord()) {
                String asked = condition == null ? column : condition.value();
                return new Several(parts(component.getType(), inner -> asked), get);
            }
            String sql = condition == null ? "{column} = ?" : condition.value();
            return new One(sql.replace("{column}", column), get);
        } catch (ReflectiveOperationException hidden) {
            throw new IllegalArgumentException(filter + " cannot be read from here", hidden);
        }
    }

    /** What a component asks. */
    private sealed interface Part {

        void addTo(ListQuery query, Object filter);
    }

    /** A component that asks one thing: the condition, and how its value is read. */
    private record One(String sql, MethodHandle get) implements Part {

        @Override
        public void addTo(ListQuery query, Object filter) {
            query.where(sql, parameter(Getters.get(get, filter)));
        }

        private static @Nullable Object parameter(@Nullable Object value) {
            return switch (value) {
                case Enum<?> member -> member.name();
                case Instant time -> ColumnReaders.parameter(time);
                case List<?> several -> several.isEmpty() ? null : several.toArray(String[]::new);
                case null, default -> value;
            };
        }
    }

    /** A component that is a record of its own: all of its parts ask about the outer component's column. */
    private record Several(Conditions inner, MethodHandle get) implements Part {

        @Override
        public void addTo(ListQuery query, Object filter) {
            Object asked = Getters.get(get, filter);
            if (asked != null) {
                inner.addTo(query, asked);
            }
        }
    }
}
