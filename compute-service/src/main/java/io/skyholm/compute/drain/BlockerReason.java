package io.skyholm.compute.drain;

/** What keeps an instance on its machine. */
public enum BlockerReason {
    EXCLUSIVE,
    BUSY,
    SUSPENDED,
    ERROR,
    BOOT_DISK,
    NO_PLACE
}
