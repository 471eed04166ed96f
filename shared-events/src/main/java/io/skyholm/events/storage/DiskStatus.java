package io.skyholm.events.storage;

/** How far a disk is. */
public enum DiskStatus {
    /** Its host makes it. */
    CREATING,
    /** Its host has it, as large as it should be. */
    AVAILABLE,
    /** Its host makes it larger. */
    GROWING,
    /** Its host gives it the bytes of one of its snapshots, or ends doing so. */
    RESTORING,
    /** Its host changes the key that opens it. */
    ROTATING,
    /** It is copied to another pool, and stays as it is until it is there. */
    MOVING,
    /** It is not what it should be; the reason says why. Its host goes on trying. */
    ERROR,
    /** Its host removes it. */
    DELETING,
    /** Its host has shown that nothing of it is left. */
    DELETED
}
