package io.skyholm.compute.lifecycle;

import java.time.Duration;

/** Whether the next step can be decided at once. */
sealed interface StepResult {

    /** The step left a row from which the next can be decided. */
    StepResult DONE = new Done();

    /** Nothing can be done until something wakes the instance, or this time is over. */
    static StepResult waiting(Duration atMost) {
        return new Waiting(atMost);
    }

    /** See {@link #DONE}. */
    record Done() implements StepResult {}

    /** See {@link #waiting}. */
    record Waiting(Duration atMost) implements StepResult {}
}
