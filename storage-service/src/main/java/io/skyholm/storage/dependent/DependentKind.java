package io.skyholm.storage.dependent;

/** What it is that depends on something. */
public enum DependentKind {
    SNAPSHOT,
    ATTACHMENT,
    INSTANCE,
    DISK,
    SNAPSHOT_SCHEDULE,
    BACKUP,
    IMAGE_VERSION,
    IMAGE_TAG
}
