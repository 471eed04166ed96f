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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the components of a filter ask of a row, found out once for each filter. */
record Conditions(List<One> all) {

    private static final MethodType GET = MethodType.methodType(Object.class, Object.class);
    private static final ClassValue<Conditions> KNOWN = new ClassValue<>() {
        @Override
        protected Conditions computeValue(Class<?> filter) {
            return new Conditions(Stream.of(filter.getRecordComponents())
                    .map(component -> One.of(filter, component))
                    .toList());
        }
    };

    static Conditions of(Class<? extends Record> filter) {
        return KNOWN.get(filter);
    }

    void addTo(ListQuery query, Record filter) {
        all.forEach(one -> query.where(one.sql(), one.valueIn(filter)));
    }

    /** One component: the condition, and how its value is read. */
    private record One(String sql, MethodHandle get) {

        static One of(Class<?> filter, RecordComponent component) {
            try {
                Condition condition =
                        filter.getDeclaredField(component.getName()).getAnnotation(Condition.class);
                String sql = condition == null ? "{column} = ?" : condition.value();
                return new One(
                        sql.replace("{column}", ColumnName.of(component.getName())),
                        MethodHandles.privateLookupIn(filter, MethodHandles.lookup())
                                .unreflect(component.getAccessor())
                                .asType(GET));
            } catch (ReflectiveOperationException hidden) {
                throw new IllegalArgumentException(filter + " cannot be read from here", hidden);
            }
        }

        @Nullable Object valueIn(Record filter) {
            return parameter(Getters.get(get, filter));
        }

        private static @Nullable Object parameter(@Nullable Object value) {
            return switch (value) {
                case Enum<?> member -> member.name();
                case Instant time -> ColumnReaders.parameter(time);
                case null, default -> value;
            };
        }
    }
}
