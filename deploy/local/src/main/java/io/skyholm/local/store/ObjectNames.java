package io.skyholm.local.store;

import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How storage names what it keeps. */
final class ObjectNames {
    private static final String UUID_TEXT = "\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}";
    private static final Pattern ID = Pattern.compile(UUID_TEXT);
    private static final Pattern KEY =
            Pattern.compile("sealed/(" + UUID_TEXT + ")|parts/(" + UUID_TEXT + ")/[^/]+/[^/]+");

    private ObjectNames() {}

    /** The id that a name is; null if it is none. */
    static @Nullable UUID id(String name) {
        return ID.matcher(name).matches() ? UUID.fromString(name) : null;
    }

    /** The id of the object to which a key of a bucket belongs; null if storage names nothing so. */
    static @Nullable UUID ofKey(String key) {
        Matcher ours = KEY.matcher(key);
        if (!ours.matches()) {
            return null;
        }
        String id = ours.group(1) == null ? ours.group(2) : ours.group(1);
        return UUID.fromString(id);
    }

    /** Whether it is a manifest, which says that its object is whole. */
    static boolean isManifest(String key) {
        return key.startsWith("sealed/");
    }
}
