package io.skyholm.events.storage;

/** How an image stands. */
public enum ImageStatus {
    ACTIVE,
    /** It can be used, and something newer is advised. */
    DEPRECATED,
    /** It is kept, and not given out; it takes no new versions. */
    ARCHIVED,
    DELETED
}
