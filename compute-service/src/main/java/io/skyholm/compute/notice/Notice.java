package io.skyholm.compute.notice;

import static java.time.temporal.ChronoUnit.MICROS;

import io.skyholm.compute.maintenance.WindowStatus;
import io.skyholm.compute.maintenance.WindowView;
import io.skyholm.events.compute.MaintenanceNoticeStatus;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the tenant of an instance is told of a maintenance, and what they chose. It repeats what its window says, so that
 * a window of many notices can change and they follow.
 */
@Entity
@Table(name = "maintenance_notice")
class Notice {

    @Id
    UUID id;

    long generation;
    UUID tenantId;
    UUID windowId;
    UUID instanceId;

    @Enumerated(EnumType.STRING)
    MaintenanceNoticeStatus status;

    Instant startsAt;
    Instant endsAt;

    @Nullable String reason;

    @Nullable Instant moveAt;

    @Nullable UUID chosenBy;

    @Nullable UUID operationId;

    Instant createdAt;
    Instant updatedAt;

    @Nullable Instant endedAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected Notice() {}

    Notice(UUID id, UUID tenantId, UUID instanceId, WindowView window, Instant now) {
        boolean begun = window.status() == WindowStatus.UNDERWAY;
        this.id = id;
        this.generation = 1;
        this.tenantId = tenantId;
        this.windowId = window.id();
        this.instanceId = instanceId;
        this.status = begun ? MaintenanceNoticeStatus.UNDERWAY : MaintenanceNoticeStatus.ANNOUNCED;
        this.startsAt = window.startsAt();
        this.endsAt = window.endsAt();
        this.reason = window.reason();
        this.createdAt = now.truncatedTo(MICROS);
        this.updatedAt = createdAt;
    }

    boolean isOpen() {
        return endedAt == null;
    }

    /** Whether its time to be moved has come. */
    boolean isDue(Instant now) {
        return status == MaintenanceNoticeStatus.CHOSEN && moveAt != null && !moveAt.isAfter(now);
    }

    /** Says what is true now of its window and its instance; whether that is news. */
    boolean follow(WindowView window, InstanceLocation instance, Instant now) {
        Content before = content();
        status = NextNoticeStatus.of(this, window, instance);
        startsAt = window.startsAt();
        endsAt = window.endsAt();
        reason = window.reason();
        operationId = instance.isMoving() ? instance.move() : operationId;
        switch (status) {
            case ANNOUNCED, UNDERWAY -> moveAt = null;
            case MOVED, CANCELLED, ENDED -> endedAt = now.truncatedTo(MICROS);
            case CHOSEN, MOVING -> {}
        }
        return !before.equals(content());
    }

    /** The tenant chooses a time, or leaves it to the operator again. */
    void choose(@Nullable Instant slot, UUID by, Instant now) {
        if (status != MaintenanceNoticeStatus.ANNOUNCED && status != MaintenanceNoticeStatus.CHOSEN) {
            throw NoticeProblems.notToChoose(status);
        }
        if (slot != null && (slot.isBefore(now) || !slot.isBefore(startsAt))) {
            throw NoticeProblems.outside(startsAt);
        }
        moveAt = slot == null ? null : slot.truncatedTo(MICROS);
        chosenBy = by;
        status = slot == null ? MaintenanceNoticeStatus.ANNOUNCED : MaintenanceNoticeStatus.CHOSEN;
    }

    void requireMovable() {
        switch (status) {
            case ANNOUNCED, CHOSEN, UNDERWAY -> {}
            case MOVING, MOVED, CANCELLED, ENDED -> throw NoticeProblems.notToMove(status);
        }
    }

    void moves(UUID operation) {
        status = MaintenanceNoticeStatus.MOVING;
        operationId = operation;
    }

    /** Every change that is told counts, so that an older state never replaces a newer. */
    void changed(Instant now) {
        generation++;
        updatedAt = now.truncatedTo(MICROS);
    }

    private Content content() {
        return new Content(status, startsAt, endsAt, reason, moveAt, operationId);
    }

    /** What its tenant sees of it and may change. */
    private record Content(
            MaintenanceNoticeStatus status,
            Instant startsAt,
            Instant endsAt,
            @Nullable String reason,
            @Nullable Instant moveAt,
            @Nullable UUID operationId) {}
}
