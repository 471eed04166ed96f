package io.skyholm.compute.maintenance;

import io.skyholm.events.compute.MaintenanceNoticeStatus;

/** Decides how a notice stands from what became of its window and its instance: the same whenever it is asked. */
final class NextNoticeStatus {

    private NextNoticeStatus() {}

    static MaintenanceNoticeStatus of(Notice notice, Window window, InstanceLocation instance) {
        if (window.isOpen() && instance.isMoving()) {
            return MaintenanceNoticeStatus.MOVING;
        }
        if (!instance.here()) {
            return MaintenanceNoticeStatus.MOVED;
        }
        return switch (window.status) {
            case PLANNED ->
                hasSlot(notice, window) ? MaintenanceNoticeStatus.CHOSEN : MaintenanceNoticeStatus.ANNOUNCED;
            case UNDERWAY -> MaintenanceNoticeStatus.UNDERWAY;
            case ENDED -> MaintenanceNoticeStatus.ENDED;
            case CANCELLED -> MaintenanceNoticeStatus.CANCELLED;
        };
    }

    /** A slot is used once: what could not be moved then waits until its tenant chooses again. */
    private static boolean hasSlot(Notice notice, Window window) {
        return notice.moveAt != null
                && notice.moveAt.isBefore(window.startsAt)
                && notice.status != MaintenanceNoticeStatus.MOVING;
    }
}
