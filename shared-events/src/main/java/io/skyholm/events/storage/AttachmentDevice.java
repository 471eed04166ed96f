package io.skyholm.events.storage;

/** As what an instance has a disk. */
public enum AttachmentDevice {
    /** A disk of its own. */
    DISK,
    /** What is in its drive, which it only reads. */
    CDROM
}
