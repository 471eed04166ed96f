package io.skyholm.runtime.http;

import java.util.Arrays;

/** The version of a resource, as ETag and If-Match carry it. */
public final class EntityTag {

    private EntityTag() {}

    /** The tag of that generation. */
    public static String of(long generation) {
        return "\"" + generation + "\"";
    }

    /** Whether an If-Match header allows a change of that generation. */
    public static boolean matches(String ifMatch, long generation) {
        return Arrays.stream(ifMatch.split(","))
                .map(String::strip)
                .anyMatch(tag -> tag.equals("*") || tag.equals(of(generation)));
    }
}
