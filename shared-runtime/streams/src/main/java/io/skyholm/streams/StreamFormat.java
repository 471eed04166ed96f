package io.skyholm.streams;

import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * How items become events.
 *
 * @param name the name of each event
 * @param position what becomes its id, and what a client resumes behind
 * @param data what becomes its data, on one line
 */
public record StreamFormat<T>(String name, ToLongFunction<T> position, Function<T, String> data) {}
