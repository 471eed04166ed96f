package io.skyholm.agent.act;

import java.time.Duration;

/**
 * What brings a thing nearer to its desired state. It blocks until it is done or fails, ends early when its thread is
 * interrupted, and may be repeated.
 *
 * @param grace how long it may take besides what every step may
 * @param isCopy whether it moves bytes for as long as there are any: few such steps are made at once, and no other waits for them
 */
public record Step(Duration grace, boolean isCopy, Runnable work) {

    /** One that needs no more time than every step has. */
    public static Step of(Runnable work) {
        return of(Duration.ZERO, work);
    }

    /** One that may take longer. */
    public static Step of(Duration grace, Runnable work) {
        return new Step(grace, false, work);
    }

    /** One that copies. */
    public static Step copy(Duration grace, Runnable work) {
        return new Step(grace, true, work);
    }
}
