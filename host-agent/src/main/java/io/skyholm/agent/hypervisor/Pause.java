package io.skyholm.agent.hypervisor;

import java.time.Duration;

/** The time between two looks whether something has become of what was asked for. */
public final class Pause {

    private Pause() {}

    /** Waits so long; whoever is interrupted meanwhile gives up with that problem. */
    public static void of(Duration length, String problem) {
        try {
            Thread.sleep(length.toMillis());
        } catch (InterruptedException givenUp) {
            Thread.currentThread().interrupt();
            throw new HypervisorProblem(problem, givenUp);
        }
    }
}
