package io.skyholm.storage.schedule;

import io.skyholm.events.storage.ScheduleFrequency;
import io.skyholm.runtime.aggregate.Revised;
import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.runtime.http.Patch;
import io.skyholm.runtime.tenant.Ids;
import io.skyholm.storage.disk.CopyableDisks.CopyableDisk;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** When snapshots of a disk are made by themselves, and how long they are kept. */
@Entity
class SnapshotSchedule implements Revised {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    @Id
    UUID id;

    UUID tenantId;
    UUID diskId;
    String name;

    @Enumerated(EnumType.STRING)
    ScheduleFrequency frequency;

    @Enumerated(EnumType.STRING)
    @Nullable DayOfWeek dayOfWeek;

    @Nullable Integer hour;

    String timeZone;

    @Nullable Integer keepLast;

    @Nullable Integer keepDays;

    /** Whether a backup is made of each snapshot. */
    boolean backup;

    boolean isEnabled;

    /** When it is due; it stays in the past until a snapshot could be made, so that whatever was missed is made up once. */
    @Nullable Instant nextAt;

    @Nullable Instant lastAt;

    @Nullable String failureReason;

    Revision revision;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected SnapshotSchedule() {}

    SnapshotSchedule(CopyableDisk disk, CreateSnapshotSchedule command, Revision revision) {
        this.id = Ids.next();
        this.tenantId = disk.tenantId();
        this.diskId = disk.id();
        this.name = command.name();
        this.revision = revision;
        Recurrence times = command.recurrence();
        this.frequency = times.frequency();
        this.timeZone = times.timeZone();
        this.backup = Patch.of(command.backup(), false);
        keep(command.retention());
        plan(times, Patch.of(command.isEnabled(), true), revision.createdAt());
    }

    Recurrence recurrence() {
        return new Recurrence(frequency, dayOfWeek, hour, timeZone);
    }

    SnapshotRetention retention() {
        return new SnapshotRetention(keepLast, keepDays);
    }

    void keep(SnapshotRetention retention) {
        keepLast = retention.keepLast();
        keepDays = retention.keepDays();
    }

    /** What is due stays due unless the times are others, or it was paused. */
    void plan(Recurrence times, boolean isToRun, Instant now) {
        boolean isSame = isEnabled && isToRun && times.equals(recurrence());
        frequency = times.frequency();
        dayOfWeek = times.dayOfWeek();
        hour = times.hour();
        timeZone = times.timeZone();
        isEnabled = isToRun;
        if (!isSame) {
            nextAt = isToRun ? times.after(now) : null;
            failureReason = null;
        }
    }

    boolean isDue(Instant now) {
        return nextAt != null && !nextAt.isAfter(now);
    }

    /** What the snapshot is called that is due. */
    String nameOfNext() {
        return name + " "
                + TIME.format(Objects.requireNonNull(nextAt, "it is due").atZone(ZoneId.of(timeZone)));
    }

    /** It had one made: however many times were missed before, the next is one that lies ahead. */
    void ran(Instant now) {
        lastAt = now.truncatedTo(ChronoUnit.MICROS);
        nextAt = recurrence().after(now);
        failureReason = null;
    }

    /** It could not; tells whether that is news. */
    boolean failed(String reason) {
        boolean isNews = !reason.equals(failureReason);
        failureReason = reason;
        return isNews;
    }

    /** What could not be backed up was; tells whether that is news. */
    boolean recovered(Instant now) {
        boolean isNews = failureReason != null && !isDue(now);
        failureReason = isNews ? null : failureReason;
        return isNews;
    }

    /** It goes with its disk to another tenant, and makes nothing of that tenant's until somebody there enables it. */
    void give(UUID tenant) {
        tenantId = tenant;
        end();
    }

    /** It makes no more. */
    void end() {
        isEnabled = false;
        nextAt = null;
    }

    @Override
    public Revision revision() {
        return revision;
    }
}
