package io.skyholm.compute.maintenance;

import io.skyholm.events.compute.MachineStatus;
import io.skyholm.runtime.tenant.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Windows as decisions meet them. */
final class Planned {

    static final Instant NOW = Instant.parse("2026-02-01T12:00:00Z");
    static final Instant START = NOW.plus(Duration.ofDays(1));

    private Planned() {}

    /** A window that begins in a day and lasts two hours. */
    static Window window() {
        Instant end = START.plus(Duration.ofHours(2));
        return new Window(Ids.next(), new CreateWindow(UUID.randomUUID(), START, end, "New disks", null), null, NOW);
    }

    /** The same, begun. */
    static Window begun() {
        Window window = window();
        window.become(window.next(MachineStatus.ACTIVE, START), null, START);
        return window;
    }
}
