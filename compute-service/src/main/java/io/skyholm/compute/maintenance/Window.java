package io.skyholm.compute.maintenance;

import io.skyholm.events.compute.MachineStatus;
import io.skyholm.runtime.aggregate.Revised;
import io.skyholm.runtime.aggregate.Revision;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A time in which a machine is maintained; times are as exact as the database keeps them. */
@Entity
@Table(name = "maintenance_window")
class Window implements Revised {

    @Id
    UUID id;

    UUID computeMachineId;

    @Enumerated(EnumType.STRING)
    WindowStatus status;

    Instant startsAt;
    Instant endsAt;

    @Nullable String reason;

    boolean drain;

    @AttributeOverride(name = "deletedAt", column = @Column(name = "ended_at"))
    Revision revision;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected Window() {}

    Window(UUID id, CreateWindow command, @Nullable UUID createdBy, Instant now) {
        this.id = id;
        this.computeMachineId = command.computeMachineId();
        this.status = WindowStatus.PLANNED;
        this.startsAt = command.span().startsAt();
        this.endsAt = command.span().endsAt();
        this.reason = command.reason();
        this.drain = command.drains();
        this.revision = Revision.first(createdBy, now);
    }

    void reschedule(MaintenancePeriod span) {
        startsAt = span.startsAt();
        endsAt = span.endsAt();
    }

    /** Whether its machine is still to be maintained, or is being so. */
    boolean isOpen() {
        return !revision.isDeleted();
    }

    /** What it shall be while its machine has that status: the operator who puts the machine back into use ends it. */
    WindowStatus next(MachineStatus adminStatus, Instant now) {
        return switch (status) {
            case PLANNED -> adminStatus == MachineStatus.DELETED ? WindowStatus.ENDED : planned(now);
            case UNDERWAY -> isOver(adminStatus) ? WindowStatus.ENDED : WindowStatus.UNDERWAY;
            case ENDED, CANCELLED -> status;
        };
    }

    private WindowStatus planned(Instant now) {
        return startsAt.isAfter(now) ? WindowStatus.PLANNED : WindowStatus.UNDERWAY;
    }

    private static boolean isOver(MachineStatus adminStatus) {
        return adminStatus == MachineStatus.ACTIVE || adminStatus == MachineStatus.DELETED;
    }

    /** Without a user the platform did: whoever planned or changed it last stays known. */
    void become(WindowStatus next, @Nullable UUID by, Instant now) {
        status = next;
        if (next == WindowStatus.ENDED || next == WindowStatus.CANCELLED) {
            revision.deleted(by == null ? revision.updatedBy() : by, now);
        } else {
            revision.changed(by == null ? revision.updatedBy() : by, now);
        }
    }

    /** When its last change came. */
    @Nullable Instant endedAt() {
        return revision.deletedAt();
    }

    @Override
    public Revision revision() {
        return revision;
    }
}
