package io.skyholm.events;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads typed values out of headers and says which header is at fault. */
record HeaderReader(Map<String, String> headers) {

    String read(EventHeader header) {
        return read(header, text -> text);
    }

    @Nullable String readOptional(EventHeader header) {
        return readOptional(header, text -> text);
    }

    <V> V read(EventHeader header, Function<String, V> parse) {
        V value = readOptional(header, parse);
        if (value == null) {
            throw new MalformedEventException("The event has no header " + header.key());
        }
        return value;
    }

    <V> @Nullable V readOptional(EventHeader header, Function<String, V> parse) {
        String text = headers.get(header.key());
        if (text == null) {
            return null;
        }
        try {
            return parse.apply(text);
        } catch (RuntimeException unreadable) {
            throw new MalformedEventException(
                    "The event's header " + header.key() + " is unreadable: " + text, unreadable);
        }
    }
}
