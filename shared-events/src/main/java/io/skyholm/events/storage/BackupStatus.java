package io.skyholm.events.storage;

/** How far a backup is. */
public enum BackupStatus {
    /** The bytes of its snapshot are copied to the object store, and read there once. */
    CREATING,
    /** The object store has them. */
    AVAILABLE,
    /** It is not what it should be; the reason says why. It is tried again. */
    ERROR,
    /** It is removed. */
    DELETING,
    /** Nothing of it is left. */
    DELETED
}
