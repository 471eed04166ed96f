package io.skyholm.events.storage;

/** Who may use an image. */
public enum ImageVisibility {
    /** Everybody. */
    PUBLIC,
    /** Its tenant's people. */
    PRIVATE,
    /** The members of one group, and who owns or manages it. */
    GROUP_SPECIFIC
}
