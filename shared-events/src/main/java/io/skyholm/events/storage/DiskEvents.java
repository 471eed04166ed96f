package io.skyholm.events.storage;

import io.skyholm.events.EventType;
import java.util.List;

/** The events of the life of a data disk. */
public final class DiskEvents {

    public static final EventType<DiskFact> CREATED =
            new EventType<>("storage.disk.created.v1", DiskFact.class, "A disk was given room, and is being made.");

    public static final EventType<DiskFact> READY =
            new EventType<>("storage.disk.ready.v1", DiskFact.class, "A disk is there, as large as it should be.");

    public static final EventType<DiskFact> CHANGED = new EventType<>(
            "storage.disk.changed.v1",
            DiskFact.class,
            "A disk's description changed, or it grows, is rolled back or moved.");

    public static final EventType<DiskFact> FAILED = new EventType<>(
            "storage.disk.failed.v1", DiskFact.class, "A disk is not what it should be, for the reason that it gives.");

    public static final EventType<DiskFact> EXPIRING = new EventType<>(
            "storage.disk.expiring.v1", DiskFact.class, "A disk expires soon, as its owner has chosen.");

    public static final EventType<DiskFact> EXPIRY_BLOCKED = new EventType<>(
            "storage.disk.expiry-blocked.v1",
            DiskFact.class,
            "A disk has expired and stays, for the reason that its expiryBlocker gives.");

    public static final EventType<DiskFact> DELETION_SCHEDULED = new EventType<>(
            "storage.disk.deletion-scheduled.v1",
            DiskFact.class,
            "A disk was deleted, and can be taken back until its deletableAt.");

    public static final EventType<DiskFact> RESTORED =
            new EventType<>("storage.disk.restored.v1", DiskFact.class, "A disk that was deleted was taken back.");

    public static final EventType<DiskFact> DELETING = new EventType<>(
            "storage.disk.deleting.v1", DiskFact.class, "A disk is being removed, or waits for it longer than usual.");

    public static final EventType<DiskFact> DELETED =
            new EventType<>("storage.disk.deleted.v1", DiskFact.class, "A disk is proven to be gone.");

    public static final EventType<DiskFact> TRANSFERRED = new EventType<>(
            "storage.disk.transferred.v1",
            DiskFact.class,
            "A disk went to another tenant: told as it was to the one that it leaves, and then as it is to the one whose it is now.");

    public static final List<EventType<DiskFact>> TYPES = List.of(
            CREATED,
            READY,
            CHANGED,
            FAILED,
            TRANSFERRED,
            EXPIRING,
            EXPIRY_BLOCKED,
            DELETION_SCHEDULED,
            RESTORED,
            DELETING,
            DELETED);

    private DiskEvents() {}
}
