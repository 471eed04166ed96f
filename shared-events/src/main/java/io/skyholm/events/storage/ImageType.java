package io.skyholm.events.storage;

/** What an image holds. */
public enum ImageType {
    /** An operating system and nothing else. */
    OS_BASE,
    /** An operating system with applications on it. */
    APPLICATION_LAYER,
    /** Whatever its owner made. */
    CUSTOM
}
