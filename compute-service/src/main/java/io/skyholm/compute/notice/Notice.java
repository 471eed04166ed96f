package io.skyholm.compute.notice;

import static java.time.temporal.ChronoUnit.MICROS;

import io.skyholm.compute.maintenance.WindowStatus;
import io.skyholm.compute.maintenance.WindowView;
import io.skyholm.events.EventType;
import io.skyholm.events.compute.MaintenanceNoticeEvents;
import io.skyholm.events.compute.MaintenanceNoticeFact;
import io.skyholm.events.compute.MaintenanceNoticeStatus;
import io.skyholm.runtime.aggregate.Revised;
import io.skyholm.runtime.aggregate.Revision;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the tenant of an instance is told of a maintenance, and what they chose. It repeats what its window says, so that
 * a window of many notices can change and they follow.
 */
@Entity
@Table(name = "maintenance_notice")
class Notice implements Revised {

    @Id
    UUID id;

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

    /** The instance's own, to be shown with it. */
    @Transient
    @Nullable String instanceName;

    @AttributeOverride(name = "deletedAt", column = @Column(name = "ended_at"))
    Revision revision;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected Notice() {}

    Notice(UUID id, UUID tenantId, UUID instanceId, WindowView window, Instant now) {
        boolean begun = window.status() == WindowStatus.UNDERWAY;
        this.id = id;
        this.tenantId = tenantId;
        this.windowId = window.id();
        this.instanceId = instanceId;
        this.status = begun ? MaintenanceNoticeStatus.UNDERWAY : MaintenanceNoticeStatus.ANNOUNCED;
        this.startsAt = window.startsAt();
        this.endsAt = window.endsAt();
        this.reason = window.reason();
        this.revision = Revision.first(null, now);
    }

    /** It concerns that tenant from now on. */
    void give(UUID tenant) {
        tenantId = tenant;
        chosenBy = null;
    }

    boolean isOpen() {
        return switch (status) {
            case ANNOUNCED, CHOSEN, MOVING, UNDERWAY -> true;
            case MOVED, CANCELLED, ENDED -> false;
        };
    }

    /** Whether its time to be moved has come. */
    boolean isDue(Instant now) {
        return status == MaintenanceNoticeStatus.CHOSEN && moveAt != null && !moveAt.isAfter(now);
    }

    /** Says what is true now of its window and its instance; whether that is news. */
    boolean follow(WindowView window, InstanceLocation instance) {
        Content before = content();
        status = NextNoticeStatus.of(this, window, instance);
        startsAt = window.startsAt();
        endsAt = window.endsAt();
        reason = window.reason();
        operationId = instance.isMoving() ? instance.move() : operationId;
        if (status == MaintenanceNoticeStatus.ANNOUNCED || status == MaintenanceNoticeStatus.UNDERWAY) {
            moveAt = null;
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

    /** Every change that is told counts; that which ends it is the last. */
    void changed(@Nullable UUID by, Instant now) {
        if (isOpen()) {
            revision.changed(by, now);
        } else {
            revision.deleted(by, now);
        }
    }

    /** What is told of it as it is now. */
    EventType<MaintenanceNoticeFact> event() {
        if (revision.generation() == 1) {
            return MaintenanceNoticeEvents.ANNOUNCED;
        }
        return switch (status) {
            case ANNOUNCED, CHOSEN, MOVING, UNDERWAY -> MaintenanceNoticeEvents.CHANGED;
            case MOVED -> MaintenanceNoticeEvents.MOVED;
            case CANCELLED -> MaintenanceNoticeEvents.WITHDRAWN;
            case ENDED -> MaintenanceNoticeEvents.ENDED;
        };
    }

    @Override
    public Revision revision() {
        return revision;
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
