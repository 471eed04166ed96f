package io.skyholm.events.storage;

/** Whether a storage pool takes disks. */
public enum StoragePoolStatus {
    /** It does. */
    ACTIVE,
    /** It keeps those that it has, and takes no other. */
    INACTIVE,
    /** It is no more. */
    DELETED
}
