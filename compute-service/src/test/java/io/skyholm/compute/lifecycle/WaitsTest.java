package io.skyholm.compute.lifecycle;

import static io.skyholm.compute.part.Part.NETWORK;
import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.compute.part.Part.Progress;
import io.skyholm.events.compute.InstanceStatus;
import io.skyholm.events.operation.OperationKind;
import io.skyholm.events.operation.OperationStep;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How long an instance waits, and what it says meanwhile. */
class WaitsTest {

    private static final Duration LIMIT = Duration.ofMinutes(10);

    @Test
    void partThatIsWaitedForIsNamedWithItsReason() {
        CurrentState state = Given.created()
                .placedWith(NETWORK)
                .part(NETWORK, Progress.PENDING)
                .now();
        Waits.note(state);
        OperationStep step = lastStep(state);
        assertThat(step.name()).isEqualTo(NETWORK);
        assertThat(step.detail()).isEqualTo("As the test wants it");
    }

    @Test
    void hostThatIsWaitedForIsNamedByWhatItDoes() {
        CurrentState state = Given.placed().told().now();
        Waits.note(state);
        assertThat(lastStep(state).name()).isEqualTo("boot");
        assertThat(state.notedOperation()).isPresent();
    }

    @Test
    void whatWasNotedBeforeIsNoNews() {
        Given given = Given.placed().told();
        Waits.note(given.now());
        CurrentState again = given.now();
        Waits.note(again);
        assertThat(again.notedOperation()).isEmpty();
    }

    @Test
    void whatWaitsWithoutAnOperationNotesNothing() {
        CurrentState state = Given.running().part(NETWORK, Progress.FAILED).now();
        Waits.note(state);
        assertThat(state.notedOperation()).isEmpty();
        assertThat(Waits.until(state)).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void operationWaitsUntilItsDeadline() {
        assertThat(Waits.until(Given.created().now())).isEqualTo(LIMIT);
        assertThat(Waits.until(Given.created().after(Duration.ofMinutes(9)))).isEqualTo(Duration.ofMinutes(1));
    }

    /** A deadline that is over, or nearly, must not have it looked at without a pause. */
    @Test
    void waitIsNeverShorterThanAMoment() {
        Duration moment = Duration.ofMillis(50);
        assertThat(Waits.until(Given.created().after(LIMIT))).isEqualTo(moment);
        assertThat(Waits.until(Given.created().after(LIMIT.plusHours(1)))).isEqualTo(moment);
        assertThat(Waits.atMost(Given.created().now(), Duration.ZERO, Given.NOW))
                .isEqualTo(moment);
    }

    @Test
    void deletionThatBecomesFinalIsLookedAtThen() {
        CurrentState state = deleting(10).now();
        assertThat(Waits.until(state)).isEqualTo(Duration.ofSeconds(10));
        assertThat(Waits.until(deleting(10).idle(InstanceStatus.DELETING).now()))
                .isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void deletionThatBecomesFinalLaterMakesNoWaitLonger() {
        assertThat(Waits.until(deleting(3600).now())).isEqualTo(LIMIT);
        assertThat(Waits.until(deleting(3600).idle(InstanceStatus.DELETING).now()))
                .isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void waitThatAStepAsksForNeverPassesTheDeadline() {
        Duration asked = Duration.ofSeconds(15);
        CurrentState state = Given.created().now();
        assertThat(Waits.atMost(state, asked, Given.NOW)).isEqualTo(asked);
        assertThat(Waits.atMost(state, asked, Given.NOW.plus(LIMIT).minusSeconds(1)))
                .isEqualTo(Duration.ofSeconds(1));
        assertThat(Waits.atMost(Given.running().now(), asked, Given.NOW)).isEqualTo(asked);
    }

    private static Given deleting(int undoSeconds) {
        return Given.createdWithUndo(undoSeconds)
                .placedWith(NETWORK)
                .part(NETWORK, Progress.READY)
                .told()
                .doing(OperationKind.DELETE);
    }

    private static OperationStep lastStep(CurrentState state) {
        return state.operation().orElseThrow().lastStep().orElseThrow();
    }
}
