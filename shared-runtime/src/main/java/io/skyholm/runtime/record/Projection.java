package io.skyholm.runtime.record;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Transient;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How an entity becomes a record: each component takes what the entity holds under its name. That is a method without
 * parameters, a field, or a part of what is embedded or worked out ({@code @Transient}) as a record; a component without
 * one is refused when the projection is made.
 */
public final class Projection<E, R> implements Function<E, R> {

    private static final MethodHandles.Lookup HERE = MethodHandles.lookup();
    private static final MethodType GET = MethodType.methodType(Object.class, Object.class);

    /** What a component takes, and of which type it is. */
    private record Source(MethodHandle get, Type type) {}

    private final RecordType<R> type;
    private final MethodHandle[] sources;

    private Projection(RecordType<R> type, MethodHandle[] sources) {
        this.type = type;
        this.sources = sources;
    }

    /** How entities of that class become records of that class. */
    public static <E, R> Projection<E, R> of(Class<E> entity, Class<R> record) {
        RecordType<R> type = RecordType.of(record);
        MethodHandle[] sources = type.components().stream()
                .map(component -> source(entity, record, component))
                .toArray(MethodHandle[]::new);
        return new Projection<>(type, sources);
    }

    /** The record that shows the entity as it is now. */
    @Override
    public R apply(E entity) {
        @Nullable Object[] values = new Object[sources.length];
        for (int at = 0; at < values.length; at++) {
            values[at] = Getters.get(sources[at], entity);
        }
        return type.make(values);
    }

    private static MethodHandle source(Class<?> entity, Class<?> record, RecordComponent component) {
        String name = component.getName();
        Source source = method(entity, name)
                .or(() -> field(entity, name))
                .or(() -> embedded(entity, name))
                .orElseThrow(() -> new IllegalArgumentException(
                        "%s.%s has no source in %s".formatted(record.getName(), name, entity.getName())));
        return Conversion.of(source.get(), source.type(), component.getGenericType())
                .orElseThrow(() -> new IllegalArgumentException("%s.%s is of another type than in %s: %s"
                        .formatted(record.getName(), name, entity.getName(), source.type())))
                .asType(GET);
    }

    private static Optional<Source> method(Class<?> entity, String name) {
        return Stream.of(entity.getDeclaredMethods())
                .filter(method -> method.getName().equals(name) && method.getParameterCount() == 0)
                .filter(method -> method.getReturnType() != void.class)
                .findFirst()
                .map(method -> new Source(handle(method), method.getGenericReturnType()));
    }

    private static Optional<Source> field(Class<?> entity, String name) {
        return fields(entity)
                .filter(field -> field.getName().equals(name))
                .findFirst()
                .map(field -> new Source(handle(field), field.getGenericType()));
    }

    private static Optional<Source> embedded(Class<?> entity, String name) {
        return fields(entity)
                .filter(Projection::isPart)
                .flatMap(field -> field(field.getType(), name)
                        .map(part ->
                                new Source(MethodHandles.filterReturnValue(handle(field), part.get()), part.type()))
                        .stream())
                .findFirst();
    }

    private static boolean isPart(Field field) {
        Class<?> type = field.getType();
        return type.isAnnotationPresent(Embeddable.class)
                || (type.isRecord() && field.isAnnotationPresent(Transient.class));
    }

    private static Stream<Field> fields(Class<?> type) {
        return Stream.of(type.getDeclaredFields()).filter(field -> !Modifier.isStatic(field.getModifiers()));
    }

    private static MethodHandle handle(Method method) {
        try {
            return MethodHandles.privateLookupIn(method.getDeclaringClass(), HERE)
                    .unreflect(method);
        } catch (IllegalAccessException hidden) {
            throw new IllegalArgumentException(method + " cannot be called from here", hidden);
        }
    }

    private static MethodHandle handle(Field field) {
        try {
            return MethodHandles.privateLookupIn(field.getDeclaringClass(), HERE)
                    .unreflectGetter(field);
        } catch (IllegalAccessException hidden) {
            throw new IllegalArgumentException(field + " cannot be read from here", hidden);
        }
    }
}
