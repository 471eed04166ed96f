package io.skyholm.streams;

import io.skyholm.runtime.problem.Problem;
import java.util.regex.Pattern;

/** Where a client that was cut off goes on. */
public final class LastEventId {

    /** The header in which clients of server-sent events say what arrived last. */
    public static final String HEADER = "Last-Event-ID";

    private static final Pattern POSITION = Pattern.compile("\\d{1,18}");

    private LastEventId() {}

    /** The position that the header names. */
    public static long position(String text) {
        if (!POSITION.matcher(text).matches()) {
            throw Problem.invalid(HEADER, "must be the id of an event of this stream");
        }
        return Long.parseLong(text);
    }
}
