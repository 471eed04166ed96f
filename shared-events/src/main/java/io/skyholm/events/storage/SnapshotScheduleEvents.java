package io.skyholm.events.storage;

import io.skyholm.events.EventType;
import java.util.List;

/** The events of the life of a schedule of snapshots. */
public final class SnapshotScheduleEvents {

    public static final EventType<SnapshotScheduleFact> CREATED = new EventType<>(
            "storage.snapshot-schedule.created.v1",
            SnapshotScheduleFact.class,
            "A schedule was made; its first snapshot comes at the time that it names.");

    public static final EventType<SnapshotScheduleFact> RAN = new EventType<>(
            "storage.snapshot-schedule.ran.v1",
            SnapshotScheduleFact.class,
            "A schedule had a snapshot made, whose own events tell of it.");

    public static final EventType<SnapshotScheduleFact> FAILED = new EventType<>(
            "storage.snapshot-schedule.failed.v1",
            SnapshotScheduleFact.class,
            "A schedule could not have a snapshot or its backup made, for the reason that it gives; it goes on trying.");

    public static final EventType<SnapshotScheduleFact> CHANGED = new EventType<>(
            "storage.snapshot-schedule.changed.v1",
            SnapshotScheduleFact.class,
            "A schedule was changed, paused or enabled, or has made up for a backup that it could not have made.");

    public static final EventType<SnapshotScheduleFact> DELETED = new EventType<>(
            "storage.snapshot-schedule.deleted.v1",
            SnapshotScheduleFact.class,
            "A schedule is no more; the snapshots that it made stay.");

    public static final EventType<SnapshotScheduleFact> TRANSFERRED = new EventType<>(
            "storage.snapshot-schedule.transferred.v1",
            SnapshotScheduleFact.class,
            "A schedule went to another tenant: told as it was to the one that it leaves, and then as it is to the one whose it is now.");

    public static final List<EventType<SnapshotScheduleFact>> TYPES =
            List.of(CREATED, RAN, FAILED, CHANGED, TRANSFERRED, DELETED);

    private SnapshotScheduleEvents() {}
}
