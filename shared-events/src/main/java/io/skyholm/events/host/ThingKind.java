package io.skyholm.events.host;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A kind of thing that a host holds, such as {@code VM}. Whoever owns a kind names it; a report that tells of one which its
 * reader does not know is read all the same, so that an agent may know a kind before every service does.
 */
public record ThingKind(@JsonValue String name) {

    private static final Pattern NAME = Pattern.compile("[A-Z][A-Z_]{0,19}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ThingKind {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(name + " is not the name of a kind of thing");
        }
    }

    /** How keys begin, as in {@code vm/…}. */
    String prefix() {
        return name.toLowerCase(Locale.ROOT) + "/";
    }

    @Override
    public String toString() {
        return name;
    }
}
