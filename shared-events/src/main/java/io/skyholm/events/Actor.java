package io.skyholm.events;

import org.jspecify.annotations.Nullable;

/** Who caused an event: their id, and from where and with what they did it. */
public record Actor(
        @Nullable String id,
        @Nullable String address,
        @Nullable String agent) {

    /** The platform itself, for what no person asked for. */
    public static final Actor PLATFORM = new Actor(null, null, null);
}
