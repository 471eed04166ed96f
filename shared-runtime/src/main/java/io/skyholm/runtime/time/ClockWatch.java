package io.skyholm.runtime.time;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Notices that a test has moved calendar time. Where nobody can, it does nothing. */
@Singleton
class ClockWatch {

    private static final Duration EVERY = Duration.ofMillis(50);

    private final CalendarClock clock;
    private final Event<ClockMoved> moved;
    private Duration known = Duration.ZERO;

    ClockWatch(CalendarClock clock, Event<ClockMoved> moved) {
        this.clock = clock;
        this.moved = moved;
    }

    void start(@Observes StartupEvent started, Vertx vertx) {
        if (clock.isMovable()) {
            known = clock.ahead();
            vertx.setPeriodic(EVERY.toMillis(), timer -> look());
        }
    }

    private void look() {
        Duration ahead = clock.ahead();
        if (!ahead.equals(known)) {
            known = ahead;
            moved.fire(new ClockMoved(ahead));
        }
    }
}
