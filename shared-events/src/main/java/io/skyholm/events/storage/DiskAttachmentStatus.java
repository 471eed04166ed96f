package io.skyholm.events.storage;

/** How far an attachment of a disk is. */
public enum DiskAttachmentStatus {
    /** The host attaches the disk, as soon as the virtual machine is there. */
    ATTACHING,
    /** The host has shown that the virtual machine has the disk. */
    ATTACHED,
    /** The host takes the disk away from the virtual machine. */
    DETACHING,
    /** The host has shown that the virtual machine does not have the disk. */
    DETACHED,
    /** It is not what it should be; the reason says why. */
    FAILED
}
