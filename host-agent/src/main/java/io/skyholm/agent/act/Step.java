package io.skyholm.agent.act;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What brings a thing nearer to its desired state. It blocks until it is done or fails, ends early when its thread is
 * interrupted, and may be repeated.
 *
 * @param grace how long it may take besides what every step may
 * @param copy what it copies, if that is what it does: few such steps are made at once, and no other waits for them
 */
public record Step(Duration grace, @Nullable Copy copy, Runnable work) {

    /** One that needs no more time than every step has. */
    public static Step of(Runnable work) {
        return of(Duration.ZERO, work);
    }

    /** One that may take longer. */
    public static Step of(Duration grace, Runnable work) {
        return new Step(grace, null, work);
    }

    /** One that copies. */
    public static Step copy(Duration grace, Copy copy, Runnable work) {
        return new Step(grace, copy, work);
    }
}
