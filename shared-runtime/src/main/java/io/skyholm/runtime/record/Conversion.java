package io.skyholm.runtime.record;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Converts what a source holds to the type of a component, where nothing can be lost or become null by it. */
final class Conversion {

    private static final MethodHandle NAME = handle("name", String.class, Enum.class);
    private static final MethodHandle LIST = handle("list", List.class, Object[].class);
    private static final MethodHandle SET = handle("set", Set.class, Object[].class);
    private static final MethodHandle SET_OF_LIST = handle("setOf", Set.class, Collection.class);

    private Conversion() {}

    /** The source as the component takes it; empty if it is of another type. */
    static Optional<MethodHandle> of(MethodHandle source, Type from, Type component) {
        if (from.equals(component) || isWrapperOf(component, from)) {
            return Optional.of(source);
        }
        return changed(from, component)
                .map(change -> MethodHandles.filterReturnValue(
                        source,
                        change.asType(change.type()
                                .changeParameterType(0, source.type().returnType()))));
    }

    private static Optional<MethodHandle> changed(Type from, Type component) {
        if (component instanceof ParameterizedType collection) {
            return change(from, collection);
        }
        return Optional.of(NAME)
                .filter(any -> component == String.class && from instanceof Class<?> type && type.isEnum());
    }

    /** A primitive fits its wrapper; the other way round a null would fail one day. */
    private static boolean isWrapperOf(Type component, Type from) {
        return from instanceof Class<?> primitive
                && component.equals(MethodType.methodType(primitive).wrap().returnType());
    }

    /** Entities keep arrays of texts as arrays; views and facts have lists, or sets where the order says nothing. */
    private static Optional<MethodHandle> change(Type from, ParameterizedType collection) {
        Type element = collection.getActualTypeArguments()[0];
        boolean array = from instanceof Class<?> type && element.equals(type.getComponentType());
        boolean list = from instanceof ParameterizedType parameterized
                && parameterized.getRawType() == List.class
                && element.equals(parameterized.getActualTypeArguments()[0]);
        if (collection.getRawType() == List.class) {
            return array ? Optional.of(LIST) : Optional.empty();
        }
        if (collection.getRawType() == Set.class) {
            return array ? Optional.of(SET) : Optional.of(SET_OF_LIST).filter(any -> list);
        }
        return Optional.empty();
    }

    @SuppressWarnings("unused") // By its handle.
    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    @SuppressWarnings("unused") // By its handle.
    private static @Nullable List<Object> list(Object @Nullable [] elements) {
        return elements == null ? null : List.of(elements);
    }

    @SuppressWarnings("unused") // By its handle.
    private static @Nullable Set<Object> set(Object @Nullable [] elements) {
        return elements == null ? null : Set.of(elements);
    }

    @SuppressWarnings("unused") // By its handle.
    private static @Nullable Set<Object> setOf(@Nullable Collection<Object> elements) {
        return elements == null ? null : Set.copyOf(elements);
    }

    private static MethodHandle handle(String name, Class<?> result, Class<?> argument) {
        try {
            return MethodHandles.lookup().findStatic(Conversion.class, name, MethodType.methodType(result, argument));
        } catch (ReflectiveOperationException missing) {
            throw new ExceptionInInitializerError(missing);
        }
    }
}
