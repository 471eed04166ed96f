package io.skyholm.events.storage;

/** How far the check of a disk is, or what it has found. */
public enum DiskCheckStatus {
    /** Its host reads it. */
    CHECKING,
    /** It is what it should be. */
    SOUND,
    /** It was not what it should be, and has been mended; the findings say what. */
    REPAIRED,
    /** It is not what it should be; the findings say what is wrong. */
    DAMAGED,
    /** It could not be checked; the reason says why. */
    ERROR,
    /** It was called off. */
    CANCELLED
}
