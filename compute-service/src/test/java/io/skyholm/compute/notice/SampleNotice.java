package io.skyholm.compute.notice;

import io.skyholm.compute.maintenance.WindowStatus;
import io.skyholm.compute.maintenance.WindowView;
import io.skyholm.runtime.tenant.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Notices and their windows as decisions meet them. */
final class SampleNotice {

    static final Instant NOW = Instant.parse("2026-02-01T12:00:00Z");
    static final Instant START = NOW.plus(Duration.ofDays(1));
    static final InstanceLocation HERE = new InstanceLocation(true, null);
    static final InstanceLocation GONE = new InstanceLocation(false, null);
    static final InstanceLocation LEAVING = new InstanceLocation(true, UUID.randomUUID());
    static final InstanceLocation BETWEEN = new InstanceLocation(false, UUID.randomUUID());

    private static final UUID WINDOW = Ids.next();
    private static final UUID MACHINE = UUID.randomUUID();

    private SampleNotice() {}

    /** A window that begins in a day and lasts two hours. */
    static WindowView window() {
        return window(WindowStatus.PLANNED);
    }

    /** The same at another time of its life. */
    static WindowView window(WindowStatus status) {
        return window(status, START, START.plus(Duration.ofHours(2)));
    }

    /** The same, rescheduled. */
    static WindowView window(Instant start, Instant end) {
        return window(WindowStatus.PLANNED, start, end);
    }

    private static WindowView window(WindowStatus status, Instant start, Instant end) {
        boolean open = status == WindowStatus.PLANNED || status == WindowStatus.UNDERWAY;
        return new WindowView(
                WINDOW, 1, MACHINE, status, start, end, "New disks", true, NOW, NOW, null, null, open ? null : end);
    }

    static Notice notice(WindowView window) {
        return new Notice(Ids.next(), UUID.randomUUID(), UUID.randomUUID(), window, NOW);
    }

    /** One whose tenant chose that time. */
    static Notice notice(WindowView window, Instant slot) {
        Notice notice = notice(window);
        notice.choose(slot, UUID.randomUUID(), NOW);
        return notice;
    }
}
