package io.skyholm.audit.entry;

import java.util.Locale;
import java.util.regex.Pattern;

/** What an event's type says: {@code identity.tenant.created.v1} is CREATED of a TENANT. */
record EventName(String resourceType, String action) {

    private static final Pattern DOT = Pattern.compile("\\.");
    private static final int PARTS = 4;

    static EventName parse(String type) {
        String[] parts = DOT.split(type, -1);
        if (parts.length != PARTS) {
            throw new IllegalArgumentException("Not an event type like identity.tenant.created.v1: " + type);
        }
        return new EventName(upper(parts[1]), upper(parts[2]));
    }

    private static String upper(String part) {
        return part.replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
