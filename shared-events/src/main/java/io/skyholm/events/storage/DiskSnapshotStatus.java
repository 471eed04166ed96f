package io.skyholm.events.storage;

/** How far a snapshot of a disk is. */
public enum DiskSnapshotStatus {
    /** Its host copies the disk's bytes. */
    CREATING,
    /** Its host has it. */
    AVAILABLE,
    /** It is not what it should be; the reason says why. Its host goes on trying. */
    ERROR,
    /** Its host removes it. */
    DELETING,
    /** Its host has shown that nothing of it is left. */
    DELETED
}
