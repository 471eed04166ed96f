package io.skyholm.events.host;

import java.util.Locale;

/** The kinds of thing that a host holds. */
public enum ThingKind {
    VM,
    PORT,
    DISK,
    CONTAINER;

    /** How keys begin, as in {@code vm/…}. */
    String prefix() {
        return name().toLowerCase(Locale.ROOT) + "/";
    }
}
