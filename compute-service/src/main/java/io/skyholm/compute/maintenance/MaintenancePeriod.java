package io.skyholm.compute.maintenance;

import static java.time.temporal.ChronoUnit.MICROS;

import io.skyholm.runtime.problem.Problem;
import java.time.Duration;
import java.time.Instant;

/** From when to when a machine is maintained; as exact as the database keeps times. */
record MaintenancePeriod(Instant startsAt, Instant endsAt) {

    private static final Duration FARTHEST = Duration.ofDays(366);

    MaintenancePeriod {
        startsAt = startsAt.truncatedTo(MICROS);
        endsAt = endsAt.truncatedTo(MICROS);
    }

    /** The same, if it can be planned at that moment. */
    MaintenancePeriod checked(Instant now) {
        if (!startsAt.isAfter(now) || startsAt.isAfter(now.plus(FARTHEST))) {
            throw Problem.invalid("startsAt", "must be in the future, at most a year from now");
        }
        if (!endsAt.isAfter(startsAt) || endsAt.isAfter(startsAt.plus(FARTHEST))) {
            throw Problem.invalid("endsAt", "must be after startsAt, at most a year");
        }
        return this;
    }
}
