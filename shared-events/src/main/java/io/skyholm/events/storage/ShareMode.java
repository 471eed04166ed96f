package io.skyholm.events.storage;

/** To how many instances a disk may be attached at once. */
public enum ShareMode {
    /** To one. */
    EXCLUSIVE,
    /** To several, whose file system has to be made for that. */
    SHARED
}
