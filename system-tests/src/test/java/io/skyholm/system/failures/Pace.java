package io.skyholm.system.failures;

import java.util.concurrent.Semaphore;

/** How far the clients of a load may go: each kill meets a share of their work, before it, while the part is away, and after it. */
final class Pace {

    private final Semaphore allowed = new Semaphore(0);
    private final int steps;
    private final int share;

    Pace(int steps, int kills) {
        this.steps = steps;
        this.share = steps / (kills + 1);
    }

    /** Waits until one more step is allowed. */
    void step() throws InterruptedException {
        allowed.acquire();
    }

    void allowShare() {
        allowed.release(share);
    }

    boolean isInMidShare() {
        return allowed.availablePermits() < share / 2;
    }

    void allowAll() {
        allowed.release(steps);
    }
}
