package io.skyholm.compute.notice;

import io.skyholm.events.EventType;
import io.skyholm.events.compute.MaintenanceNoticeEvents;
import io.skyholm.events.compute.MaintenanceNoticeFact;
import io.skyholm.runtime.outbox.Outbox;
import io.skyholm.runtime.tenant.Work;
import jakarta.inject.Singleton;

/** Tells the world how a maintenance notice stands. */
@Singleton
class NoticePublisher {

    private final Outbox outbox;

    NoticePublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    void publish(Work work, Notice notice) {
        outbox.publish(
                work,
                type(notice),
                new MaintenanceNoticeFact(
                        notice.id,
                        notice.generation,
                        notice.tenantId,
                        notice.instanceId,
                        notice.status,
                        notice.startsAt,
                        notice.endsAt,
                        notice.reason,
                        notice.moveAt,
                        notice.operationId,
                        notice.createdAt,
                        notice.updatedAt));
    }

    private static EventType<MaintenanceNoticeFact> type(Notice notice) {
        if (notice.generation == 1) {
            return MaintenanceNoticeEvents.ANNOUNCED;
        }
        return switch (notice.status) {
            case ANNOUNCED, CHOSEN, MOVING, UNDERWAY -> MaintenanceNoticeEvents.CHANGED;
            case MOVED -> MaintenanceNoticeEvents.MOVED;
            case CANCELLED -> MaintenanceNoticeEvents.WITHDRAWN;
            case ENDED -> MaintenanceNoticeEvents.ENDED;
        };
    }
}
