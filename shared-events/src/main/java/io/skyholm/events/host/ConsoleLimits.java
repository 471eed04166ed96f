package io.skyholm.events.host;

/** How much of a console goes over the line, which host and platform agree upon. */
public final class ConsoleLimits {

    /** The most of a console's log that a host sends: the last so many bytes of it. */
    public static final int LOG_BYTES = 256 << 10;

    /** The most of one message of a line that is open, in either direction. */
    public static final int MESSAGE_BYTES = 16 << 10;

    private ConsoleLimits() {}
}
