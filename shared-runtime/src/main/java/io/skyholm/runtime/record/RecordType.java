package io.skyholm.runtime.record;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A record class as what makes one needs it: its components in their order, and its constructor. */
final class RecordType<R> {

    private static final MethodType FROM_VALUES = MethodType.methodType(Object.class, Object[].class);

    private final Class<R> type;
    private final List<RecordComponent> components;
    private final MethodHandle constructor;

    private RecordType(Class<R> type) {
        this.type = type;
        this.components = List.of(type.getRecordComponents());
        Class<?>[] types = components.stream().map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            this.constructor = MethodHandles.privateLookupIn(type, MethodHandles.lookup())
                    .findConstructor(type, MethodType.methodType(void.class, types))
                    .asSpreader(Object[].class, types.length)
                    .asType(FROM_VALUES);
        } catch (ReflectiveOperationException hidden) {
            throw new IllegalArgumentException(type + " cannot be made from here", hidden);
        }
    }

    static <R> RecordType<R> of(Class<R> type) {
        if (!type.isRecord()) {
            throw new IllegalArgumentException(type + " is not a record");
        }
        return new RecordType<>(type);
    }

    Class<R> type() {
        return type;
    }

    List<RecordComponent> components() {
        return components;
    }

    /** The component of that name. */
    RecordComponent component(String name) {
        return Stream.of(type.getRecordComponents())
                .filter(component -> component.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(type.getName() + " has no component " + name));
    }

    /** How that component of a record is read. */
    <T> Function<R, T> accessor(String name, Class<T> of) {
        try {
            MethodHandle get = MethodHandles.privateLookupIn(type, MethodHandles.lookup())
                    .unreflect(component(name).getAccessor())
                    .asType(MethodType.methodType(Object.class, Object.class));
            return record -> of.cast(Getters.get(get, record));
        } catch (IllegalAccessException hidden) {
            throw new IllegalArgumentException(type + " cannot be read from here", hidden);
        }
    }

    @Override
    public String toString() {
        return type.getName();
    }

    /** A record of these values, one for each component; a null where the component is a primitive is refused. */
    R make(@Nullable Object[] values) {
        try {
            return type.cast((Object) constructor.invokeExact(values));
        } catch (RuntimeException | Error failed) {
            throw failed;
        } catch (Throwable failed) {
            throw new IllegalStateException(type + " was not made", failed);
        }
    }
}
