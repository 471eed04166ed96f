package io.skyholm.events.storage;

/** How far the boot disk of an instance is. */
public enum BootDiskStatus {
    /** It is being made or changed. */
    WAITING,
    /** Its host has it, whole and as large as it should be. */
    READY,
    /** It cannot be as asked; the reason says why. It is tried again for as long as it is wanted. */
    FAILED,
    /** It is being removed. */
    RELEASING,
    /** Nothing of it is left, or its host is lost. */
    RELEASED
}
