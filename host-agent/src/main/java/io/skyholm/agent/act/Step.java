package io.skyholm.agent.act;

import java.time.Duration;

/**
 * What brings a thing nearer to its desired state. It blocks until it is done or fails, ends early when its thread is
 * interrupted, and may be repeated.
 *
 * @param grace how long it may take besides what every step may
 */
public record Step(Duration grace, Runnable work) {

    /** One that needs no more time than every step has. */
    public static Step of(Runnable work) {
        return new Step(Duration.ZERO, work);
    }
}
