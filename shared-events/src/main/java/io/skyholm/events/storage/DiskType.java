package io.skyholm.events.storage;

/** What a disk's bytes are on. */
public enum DiskType {
    /** Spinning disks. */
    STANDARD,
    /** Solid state, behind a disk's interface. */
    SSD,
    /** Solid state, at the processor's bus. */
    NVME
}
