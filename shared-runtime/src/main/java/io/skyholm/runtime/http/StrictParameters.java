package io.skyholm.runtime.http;

import io.skyholm.runtime.problem.Problem;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads path and query parameters; a wrong one is refused by its name. */
@Provider
public class StrictParameters implements ParamConverterProvider {

    private record Reading(Function<String, Object> read, String expected) {}

    private static final Map<Class<?>, Reading> READINGS = Map.of(
            int.class, new Reading(StrictParameters::number, "a whole number"),
            Integer.class, new Reading(StrictParameters::number, "a whole number"),
            Boolean.class, new Reading(StrictParameters::truth, "true or false"),
            UUID.class, new Reading(StrictParameters::uuid, "a UUID"),
            Instant.class, new Reading(Instant::parse, "a time such as 2026-01-31T12:00:00Z"));

    @Override
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        Reading reading = type.isEnum() ? member(type) : READINGS.get(type);
        if (reading == null) {
            return null;
        }
        String name = Stream.of(annotations)
                .map(StrictParameters::name)
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse("parameter");
        return new StrictConverter<>(name, reading);
    }

    private static String name(Annotation annotation) {
        return switch (annotation) {
            case QueryParam query -> query.value();
            case PathParam path -> path.value();
            default -> "";
        };
    }

    private static Reading member(Class<?> type) {
        Map<String, Object> members =
                Stream.of(type.getEnumConstants()).collect(Collectors.toMap(Object::toString, member -> member));
        return new Reading(
                name -> Optional.ofNullable(members.get(name)).orElseThrow(() -> new IllegalArgumentException(name)),
                "one of " + Arrays.toString(type.getEnumConstants()));
    }

    /** Java reads digits of every script, and a plus. */
    private static Integer number(String text) {
        if (!text.matches("-?[0-9]{1,10}")) {
            throw new IllegalArgumentException(text);
        }
        return Integer.valueOf(text);
    }

    private static Boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    /** UUID.fromString takes shortened forms, which are never ids of ours. */
    private static UUID uuid(String text) {
        UUID id = UUID.fromString(text);
        if (!id.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException(text);
        }
        return id;
    }

    private record StrictConverter<T>(String name, Reading reading) implements ParamConverter<T> {

        @Override
        @SuppressWarnings("unchecked")
        public T fromString(String text) {
            try {
                return (T) reading.read.apply(text);
            } catch (IllegalArgumentException | DateTimeParseException wrong) {
                throw Problem.invalid(name, "must be " + reading.expected);
            }
        }

        @Override
        public String toString(T value) {
            return String.valueOf(value);
        }
    }
}
