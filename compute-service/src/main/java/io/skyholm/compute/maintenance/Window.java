package io.skyholm.compute.maintenance;

import static java.time.temporal.ChronoUnit.MICROS;

import io.skyholm.events.compute.MachineStatus;
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
class Window {

    @Id
    UUID id;

    long generation;
    UUID computeMachineId;

    @Enumerated(EnumType.STRING)
    WindowStatus status;

    Instant startsAt;
    Instant endsAt;

    @Nullable String reason;

    boolean drain;
    Instant createdAt;
    Instant updatedAt;

    @Nullable UUID createdBy;

    @Nullable UUID updatedBy;

    @Nullable Instant endedAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected Window() {}

    Window(UUID id, CreateWindow command, @Nullable UUID createdBy, Instant now) {
        this.id = id;
        this.generation = 1;
        this.computeMachineId = command.computeMachineId();
        this.status = WindowStatus.PLANNED;
        this.startsAt = command.span().startsAt();
        this.endsAt = command.span().endsAt();
        this.reason = command.reason();
        this.drain = command.drains();
        this.createdAt = now.truncatedTo(MICROS);
        this.updatedAt = createdAt;
        this.createdBy = createdBy;
        this.updatedBy = createdBy;
    }

    void reschedule(MaintenancePeriod span) {
        startsAt = span.startsAt();
        endsAt = span.endsAt();
    }

    /** Whether its machine is still to be maintained, or is being so. */
    boolean isOpen() {
        return endedAt == null;
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

    void become(WindowStatus next, Instant now) {
        status = next;
        boolean over = next == WindowStatus.ENDED || next == WindowStatus.CANCELLED;
        endedAt = over ? now.truncatedTo(MICROS) : null;
    }

    void changed(@Nullable UUID by, Instant now) {
        generation++;
        updatedBy = by == null ? updatedBy : by;
        updatedAt = now.truncatedTo(MICROS);
    }
}
