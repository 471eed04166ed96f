package io.skyholm.events.storage;

/** What can be offered to another tenant. */
public enum TransferredType {
    /** With its snapshots, backups and schedules. */
    DISK,
    /** With its versions and tags. */
    IMAGE
}
