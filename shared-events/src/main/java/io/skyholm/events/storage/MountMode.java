package io.skyholm.events.storage;

/** What an instance may do with a disk that is attached to it. */
public enum MountMode {
    /** Read and write. */
    RW,
    /** Read alone. */
    RO
}
