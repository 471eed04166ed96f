package io.skyholm.events.storage;

import io.skyholm.events.EventType;
import java.util.List;

/** The events of the life of a disk's snapshot. */
public final class DiskSnapshotEvents {

    public static final EventType<DiskSnapshotFact> CREATED = new EventType<>(
            "storage.disk-snapshot.created.v1",
            DiskSnapshotFact.class,
            "A snapshot was given room, and the bytes of its disk are being copied.");

    public static final EventType<DiskSnapshotFact> READY = new EventType<>(
            "storage.disk-snapshot.ready.v1",
            DiskSnapshotFact.class,
            "A snapshot is proven to have the bytes of its disk.");

    public static final EventType<DiskSnapshotFact> CHANGED = new EventType<>(
            "storage.disk-snapshot.changed.v1", DiskSnapshotFact.class, "A snapshot's description changed.");

    public static final EventType<DiskSnapshotFact> FAILED = new EventType<>(
            "storage.disk-snapshot.failed.v1",
            DiskSnapshotFact.class,
            "A snapshot is not what it should be, for the reason that it gives.");

    public static final EventType<DiskSnapshotFact> EXPIRING = new EventType<>(
            "storage.disk-snapshot.expiring.v1",
            DiskSnapshotFact.class,
            "A snapshot expires soon, as its owner has chosen.");

    public static final EventType<DiskSnapshotFact> EXPIRY_BLOCKED = new EventType<>(
            "storage.disk-snapshot.expiry-blocked.v1",
            DiskSnapshotFact.class,
            "A snapshot has expired and stays, for the reason that its expiryBlocker gives.");

    public static final EventType<DiskSnapshotFact> DELETING = new EventType<>(
            "storage.disk-snapshot.deleting.v1",
            DiskSnapshotFact.class,
            "A snapshot is being removed, or waits for it longer than usual.");

    public static final EventType<DiskSnapshotFact> DELETED = new EventType<>(
            "storage.disk-snapshot.deleted.v1", DiskSnapshotFact.class, "A snapshot is proven to be gone.");

    public static final EventType<DiskSnapshotFact> TRANSFERRED = new EventType<>(
            "storage.disk-snapshot.transferred.v1",
            DiskSnapshotFact.class,
            "A snapshot went to another tenant: told as it was to the one that it leaves, and then as it is to the one whose it is now.");

    public static final List<EventType<DiskSnapshotFact>> TYPES =
            List.of(CREATED, READY, CHANGED, FAILED, TRANSFERRED, EXPIRING, EXPIRY_BLOCKED, DELETING, DELETED);

    private DiskSnapshotEvents() {}
}
