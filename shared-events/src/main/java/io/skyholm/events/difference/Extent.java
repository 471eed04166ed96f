package io.skyholm.events.difference;

/**
 * A run of a disk's bytes that are not what they were.
 *
 * @param isZero whether they are zeros, of which nothing is kept
 */
public record Extent(long at, long length, boolean isZero) {

    /** It has something in it, and lies where a disk can have bytes. */
    public Extent {
        if (at < 0 || length <= 0 || at > Long.MAX_VALUE - length) {
            throw new IllegalArgumentException("No disk has %d bytes at %d".formatted(length, at));
        }
    }

    /** Where what follows begins. */
    public long end() {
        return at + length;
    }

    /** How many bytes are kept of it. */
    public long kept() {
        return isZero ? 0 : length;
    }
}
