package io.skyholm.events.storage;

import io.skyholm.events.EventType;
import java.util.List;

/** The events of the checks of a disk. */
public final class DiskCheckEvents {

    public static final EventType<DiskCheckFact> STARTED = new EventType<>(
            "storage.disk-check.started.v1",
            DiskCheckFact.class,
            "A disk is being checked, for the first time or again.");

    public static final EventType<DiskCheckFact> CHANGED = new EventType<>(
            "storage.disk-check.changed.v1",
            DiskCheckFact.class,
            "The check of a disk takes longer than usual, for the reason that it gives.");

    public static final EventType<DiskCheckFact> FINISHED = new EventType<>(
            "storage.disk-check.finished.v1",
            DiskCheckFact.class,
            "A disk was checked to the end, and found to be sound, repaired or damaged.");

    public static final EventType<DiskCheckFact> FAILED = new EventType<>(
            "storage.disk-check.failed.v1",
            DiskCheckFact.class,
            "A disk could not be checked, for the reason that is given.");

    public static final EventType<DiskCheckFact> CANCELLED = new EventType<>(
            "storage.disk-check.cancelled.v1",
            DiskCheckFact.class,
            "The check of a disk was called off, by somebody or because the disk is changed.");

    public static final EventType<DiskCheckFact> TRANSFERRED = new EventType<>(
            "storage.disk-check.transferred.v1",
            DiskCheckFact.class,
            "The check of a disk went with that to another tenant: told as it was to the one that it leaves, and then as it is to the one whose it is now.");

    public static final EventType<DiskCheckFact> DELETED = new EventType<>(
            "storage.disk-check.deleted.v1",
            DiskCheckFact.class,
            "A disk is no more, and so is what was known of its check.");

    public static final List<EventType<DiskCheckFact>> TYPES =
            List.of(STARTED, CHANGED, FINISHED, FAILED, CANCELLED, TRANSFERRED, DELETED);

    private DiskCheckEvents() {}
}
