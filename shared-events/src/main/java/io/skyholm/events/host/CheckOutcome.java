package io.skyholm.events.host;

/** What a host has found a disk to be. */
public enum CheckOutcome {
    /** It is what it should be. */
    SOUND,
    /** It was not, and has been mended. */
    REPAIRED,
    /** It is not what it should be. */
    DAMAGED
}
