package io.skyholm.events.storage;

import io.skyholm.events.EventType;
import java.util.List;

/** The events of the life of a backup. */
public final class BackupEvents {

    public static final EventType<BackupFact> CREATED = new EventType<>(
            "storage.backup.created.v1",
            BackupFact.class,
            "A backup was asked for, and the bytes of its snapshot are being copied.");

    public static final EventType<BackupFact> READY = new EventType<>(
            "storage.backup.ready.v1", BackupFact.class, "A backup is in the object store, and was read there once.");

    public static final EventType<BackupFact> CHANGED =
            new EventType<>("storage.backup.changed.v1", BackupFact.class, "A backup's description changed.");

    public static final EventType<BackupFact> FAILED = new EventType<>(
            "storage.backup.failed.v1",
            BackupFact.class,
            "A backup is not what it should be, for the reason that it gives.");

    public static final EventType<BackupFact> DELETING = new EventType<>(
            "storage.backup.deleting.v1",
            BackupFact.class,
            "A backup is being removed, or waits for it longer than usual.");

    public static final EventType<BackupFact> DELETED = new EventType<>(
            "storage.backup.deleted.v1",
            BackupFact.class,
            "A backup is proven to be gone, from its host and from the object store.");

    public static final EventType<BackupFact> TRANSFERRED = new EventType<>(
            "storage.backup.transferred.v1",
            BackupFact.class,
            "A backup went to another tenant: told as it was to the one that it leaves, and then as it is to the one whose it is now.");

    public static final List<EventType<BackupFact>> TYPES =
            List.of(CREATED, READY, CHANGED, FAILED, TRANSFERRED, DELETING, DELETED);

    private BackupEvents() {}
}
