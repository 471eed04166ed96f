package io.skyholm.compute.lifecycle;

import static io.skyholm.compute.part.Part.NETWORK;
import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.compute.part.Part.Progress;
import io.skyholm.events.compute.InstanceEvents;
import io.skyholm.events.compute.InstanceStatus;
import io.skyholm.events.operation.OperationKind;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said and told of steps: why an operation fails, and which event its end is. */
class StepsTest {

    @Test
    void operationThatTookTooLongSaysWhereItWas() {
        CurrentState state = Given.created().placedWith(NETWORK).now();
        state.note(NETWORK, null);
        assertThat(Steps.overdue(state)).isEqualTo("It took longer than it may: it was at network");
    }

    @Test
    void operationThatTookTooLongSaysWhatItWaitedFor() {
        CurrentState state = Given.created().now();
        state.note("place", "None of 3 hosts has room");
        assertThat(Steps.overdue(state)).isEqualTo("It took longer than it may: place: None of 3 hosts has room");
    }

    @Test
    void operationThatNeverBeganSaysThat() {
        assertThat(Steps.overdue(Given.created().now())).isEqualTo("It took longer than it may: it had not begun");
    }

    @Test
    void partThatCanNeverBeIsNamedWithItsReason() {
        CurrentState state = Given.created()
                .placedWith(NETWORK)
                .part(NETWORK, Progress.FAILED)
                .now();
        assertThat(Steps.failedPart(state)).isEqualTo("Network: As the test wants it");
    }

    @Test
    void whatHasComeToRunHasStarted() {
        assertThat(HostSteps.event(
                        Given.running().operation(OperationKind.START).now(), InstanceStatus.STARTING))
                .isEqualTo(InstanceEvents.STARTED);
    }

    @Test
    void whatHasComeToRestHasStopped() {
        assertThat(HostSteps.event(stopped(OperationKind.STOP), InstanceStatus.STOPPING))
                .isEqualTo(InstanceEvents.STOPPED);
    }

    @Test
    void whatIsAsBeforeHasNeitherStartedNorStopped() {
        assertThat(HostSteps.event(Given.running().now(), InstanceStatus.RUNNING))
                .isEqualTo(InstanceEvents.CHANGED);
    }

    /** What it costs is told by another size, and not by a start. */
    @Test
    void resizeIsNeverAStart() {
        assertThat(HostSteps.event(
                        Given.running().operation(OperationKind.RESIZE).now(), InstanceStatus.STOPPED))
                .isEqualTo(InstanceEvents.CHANGED);
    }

    @ParameterizedTest
    @CsvSource({"0, 1000", "10, 1500", "279, 14950", "280, 15000", "100000, 15000"})
    void whoIsFurtherBackLooksForAPlaceLessOften(long before, long millis) {
        assertThat(PlacementSteps.delay(before)).isEqualTo(Duration.ofMillis(millis));
    }

    private static CurrentState stopped(OperationKind kind) {
        return Given.running()
                .operation(kind)
                .but(instance -> instance.progress().is(InstanceStatus.STOPPED))
                .now();
    }
}
