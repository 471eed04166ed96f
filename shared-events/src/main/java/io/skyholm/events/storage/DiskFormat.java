package io.skyholm.events.storage;

/** How the bytes of an image are laid out. */
public enum DiskFormat {
    /** As they are on the disk. */
    RAW,
    /** As QEMU writes them, without what was never written. */
    QCOW2,
    /** A file system for discs (ISO 9660), which instances read in their drive. */
    ISO
}
