package io.skyholm.streams;

import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * How items become events.
 *
 * @param name the name of an item's event
 * @param position what becomes its id, and what a client resumes behind
 * @param data what becomes its data, on one line
 */
public record StreamFormat<T>(Function<T, String> name, ToLongFunction<T> position, Function<T, String> data) {

    /** Where all events have one name. */
    public StreamFormat(String name, ToLongFunction<T> position, Function<T, String> data) {
        this(item -> name, position, data);
    }
}
