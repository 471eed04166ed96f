package io.skyholm.compute.notice;

import io.skyholm.compute.maintenance.WindowView;
import io.skyholm.events.compute.MaintenanceNoticeStatus;

/** Decides how a notice stands from what became of its window and its instance: the same whenever it is asked. */
final class NextNoticeStatus {

    private NextNoticeStatus() {}

    static MaintenanceNoticeStatus of(Notice notice, WindowView window, InstanceLocation instance) {
        if (window.open() && instance.isMoving()) {
            return MaintenanceNoticeStatus.MOVING;
        }
        if (!instance.here()) {
            return MaintenanceNoticeStatus.MOVED;
        }
        return switch (window.status()) {
            case PLANNED ->
                hasSlot(notice, window) ? MaintenanceNoticeStatus.CHOSEN : MaintenanceNoticeStatus.ANNOUNCED;
            case UNDERWAY -> MaintenanceNoticeStatus.UNDERWAY;
            case ENDED -> MaintenanceNoticeStatus.ENDED;
            case CANCELLED -> MaintenanceNoticeStatus.CANCELLED;
        };
    }

    /** A slot is used once: what could not be moved then waits until its tenant chooses again. */
    private static boolean hasSlot(Notice notice, WindowView window) {
        return notice.moveAt != null
                && notice.moveAt.isBefore(window.startsAt())
                && notice.status != MaintenanceNoticeStatus.MOVING;
    }
}
