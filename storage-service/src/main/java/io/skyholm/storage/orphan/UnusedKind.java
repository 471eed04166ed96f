package io.skyholm.storage.orphan;

/** What it is that nobody uses. */
public enum UnusedKind {
    DISK,
    SNAPSHOT,
    BACKUP,
    IMAGE_VERSION
}
