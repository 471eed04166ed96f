package io.skyholm.agent.simulated;

import static java.time.temporal.ChronoUnit.MICROS;

import io.skyholm.agent.hypervisor.Port;
import io.skyholm.events.host.PortTraffic;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** What simulated ports carry: each as much a second as its id says, so that nothing but the beginning is kept. */
final class SimulatedTraffic {

    private static final int LEAST = 1_000;
    private static final int STEPS = 100_000;
    private static final int ANSWERS = 4;

    /** A host has no other time than its own. */
    private static final InstantSource CLOCK = InstantSource.system();

    private SimulatedTraffic() {}

    /** That of a port that was made just now. */
    static PortTraffic beginning() {
        return beginning(CLOCK.instant());
    }

    static PortTraffic beginning(Instant now) {
        return new PortTraffic(now.truncatedTo(MICROS), 0, 0);
    }

    /** The port with what it has carried by now. */
    static Port now(Port kept) {
        return at(kept, CLOCK.instant());
    }

    static Port at(Port kept, Instant now) {
        PortTraffic since = kept.traffic();
        if (since == null) {
            return kept;
        }
        long millis = Math.max(0, Duration.between(since.countedSince(), now).toMillis());
        long bytes = millis
                * (LEAST + Math.floorMod(kept.id().hashCode(), STEPS))
                / Duration.ofSeconds(1).toMillis();
        return new Port(kept.id(), kept.generation(), new PortTraffic(since.countedSince(), bytes, bytes / ANSWERS));
    }
}
