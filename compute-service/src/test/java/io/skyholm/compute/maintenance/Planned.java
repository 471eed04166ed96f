package io.skyholm.compute.maintenance;

import io.skyholm.events.compute.MachineStatus;
import io.skyholm.runtime.tenant.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Windows and notices as decisions meet them. */
final class Planned {

    static final Instant NOW = Instant.parse("2026-02-01T12:00:00Z");
    static final Instant START = NOW.plus(Duration.ofDays(1));
    static final InstanceLocation HERE = new InstanceLocation(true, null);
    static final InstanceLocation GONE = new InstanceLocation(false, null);
    static final InstanceLocation LEAVING = new InstanceLocation(true, UUID.randomUUID());
    static final InstanceLocation BETWEEN = new InstanceLocation(false, UUID.randomUUID());

    private Planned() {}

    /** A window that begins in a day and lasts two hours. */
    static Window window() {
        Instant end = START.plus(Duration.ofHours(2));
        return new Window(Ids.next(), new CreateWindow(UUID.randomUUID(), START, end, "New disks", null), null, NOW);
    }

    /** The same, begun. */
    static Window begun() {
        Window window = window();
        window.become(window.next(MachineStatus.ACTIVE, START), START);
        return window;
    }

    static Notice notice(Window window) {
        return new Notice(Ids.next(), UUID.randomUUID(), UUID.randomUUID(), window, NOW);
    }

    /** One whose tenant chose that time. */
    static Notice notice(Window window, Instant slot) {
        Notice notice = notice(window);
        notice.choose(slot, UUID.randomUUID(), NOW);
        return notice;
    }
}
