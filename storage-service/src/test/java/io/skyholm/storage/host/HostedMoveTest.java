package io.skyholm.storage.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.events.host.ThingState;
import io.skyholm.hosts.Answers;
import io.skyholm.hosts.HostState;
import io.skyholm.hosts.ThingOnHost;
import io.skyholm.storage.host.HostedMove.Kind;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of the row of a thing, by what its host has shown of it and how the host stands. */
class HostedMoveTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final String NO_REASON = "Its host cannot do it, and does not say why";
    private static final String SILENT = "Its host has not answered yet";

    private final ThingOnHost onHost = new ThingOnHost();
    private final Thing unfinished = new Thing(false, false, false, new HostProgress(), onHost);
    private final Thing leaving = new Thing(true, false, false, new HostProgress(), onHost);

    HostedMoveTest() {
        onHost.tell(UUID.randomUUID(), true);
    }

    @Test
    void whatItsHostHasToBeToldIsToldBeforeAllElse() {
        Answers.to(onHost, ThingState.FAILED, true);
        assertThat(of(unfinished.stale()).kind()).isEqualTo(Kind.TELL);
        assertThat(of(leaving.stale()).kind()).isEqualTo(Kind.TELL);
    }

    @Test
    void whatItsHostHasShownIsReadyOnce() {
        Answers.to(onHost, ThingState.RUNNING, true);
        assertThat(of(unfinished).kind()).isEqualTo(Kind.READY);
        assertThat(of(unfinished.ready())).isEqualTo(HostedMove.REST);
    }

    @Test
    void whatFailedAndRunsAfterAllIsReady() {
        Answers.to(onHost, ThingState.RUNNING, true);
        assertThat(of(unfinished.failed(NO_REASON)).kind()).isEqualTo(Kind.READY);
    }

    @Test
    void whatRunsAndIsNotSettledYetIsNotReady() {
        Answers.to(onHost, ThingState.RUNNING, false);
        assertThat(of(unfinished)).isEqualTo(HostedMove.REST);
    }

    @ParameterizedTest
    @EnumSource(
            value = ThingState.class,
            names = {"RUNNING", "FAILED"},
            mode = EnumSource.Mode.EXCLUDE)
    void nothingElseThatIsSettledIsWhatItShouldBe(ThingState state) {
        Answers.to(onHost, state, true);
        assertThat(of(unfinished)).isEqualTo(HostedMove.REST);
    }

    @Test
    void anAnswerToWhatItsHostWasToldBeforeCountsForNothing() {
        Answers.to(onHost, ThingState.RUNNING, true);
        onHost.tell(host(), true);
        assertThat(of(unfinished)).isEqualTo(HostedMove.REST);
        Answers.to(onHost, ThingState.FAILED, true);
        onHost.tell(host(), true);
        assertThat(of(unfinished)).isEqualTo(HostedMove.REST);
    }

    @Test
    void whatItsHostCannotDoFailsAndIsSaidOnce() {
        Answers.to(onHost, ThingState.FAILED, false);
        assertThat(of(unfinished)).isEqualTo(new HostedMove(Kind.FAIL, NO_REASON));
        assertThat(of(unfinished.failed(NO_REASON))).isEqualTo(HostedMove.REST);
    }

    @Test
    void whatFailsForAnotherReasonThanBeforeIsSaidAgain() {
        Answers.to(onHost, ThingState.FAILED, false);
        assertThat(of(unfinished.failed(SILENT))).isEqualTo(new HostedMove(Kind.FAIL, NO_REASON));
    }

    @Test
    void whatIsReadyAndBreaksLaterFails() {
        Answers.to(onHost, ThingState.FAILED, false);
        assertThat(of(unfinished.ready()).kind()).isEqualTo(Kind.FAIL);
    }

    @Test
    void whatTakesLongFailsAtItsDeadlineAndNotBefore() {
        assertThat(of(unfinished)).isEqualTo(HostedMove.REST);
        assertThat(of(unfinished.until(NOW.plusNanos(1)))).isEqualTo(HostedMove.REST);
        assertThat(of(unfinished.until(NOW))).isEqualTo(new HostedMove(Kind.FAIL, SILENT));
    }

    @Test
    void whatIsShownInTheEndIsReadyThoughItsDeadlineIsOver() {
        Answers.to(onHost, ThingState.RUNNING, true);
        assertThat(of(unfinished.until(NOW)).kind()).isEqualTo(Kind.READY);
    }

    @Test
    void whatWasOnADeletedHostFailsOnceAndNobodyIsTold() {
        HostedMove move = HostedMove.of(unfinished.stale(), HostState.DELETED, NOW);
        assertThat(move).isEqualTo(new HostedMove(Kind.FAIL, "Its host is no more"));
        Answers.to(onHost, ThingState.RUNNING, true);
        assertThat(HostedMove.of(unfinished.ready(), HostState.DELETED, NOW).kind())
                .isEqualTo(Kind.FAIL);
        assertThat(HostedMove.of(unfinished.failed("Its host is no more"), HostState.DELETED, NOW))
                .isEqualTo(HostedMove.REST);
    }

    @Test
    void aFenceChangesNothingOfWhatIsThere() {
        Answers.to(onHost, ThingState.RUNNING, true);
        assertThat(HostedMove.of(unfinished.ready(), HostState.FENCED, NOW)).isEqualTo(HostedMove.REST);
    }

    @Test
    void whatIsToGoIsFinishedByItsHostsWordAlone() {
        onHost.tell(host(), false);
        assertThat(of(leaving)).isEqualTo(HostedMove.REST);
        Answers.to(onHost, ThingState.ABSENT, false);
        assertThat(of(leaving)).isEqualTo(HostedMove.REST);
        Answers.to(onHost, ThingState.ABSENT, true);
        assertThat(of(leaving).kind()).isEqualTo(Kind.FINISH);
    }

    @Test
    void whatItsHostShowsAsAbsentBeforeItIsToldSoIsNotFinished() {
        Answers.to(onHost, ThingState.ABSENT, true);
        assertThat(of(leaving)).isEqualTo(HostedMove.REST);
    }

    @Test
    void aFencedHostStillHasTheBytesAndOneThatIsDeletedHasNot() {
        onHost.tell(host(), false);
        assertThat(HostedMove.of(leaving, HostState.FENCED, NOW)).isEqualTo(HostedMove.REST);
        assertThat(HostedMove.of(leaving, HostState.DELETED, NOW).kind()).isEqualTo(Kind.FINISH);
        assertThat(HostedMove.of(leaving.stale(), HostState.DELETED, NOW).kind())
                .isEqualTo(Kind.FINISH);
    }

    @Test
    void whatNoHostWasToldOfIsGoneAtOnce() {
        ThingOnHost unknown = new ThingOnHost();
        unknown.assign(UUID.randomUUID());
        Thing thing = new Thing(true, false, false, new HostProgress(), unknown).stale();
        assertThat(of(thing).kind()).isEqualTo(Kind.FINISH);
    }

    @Test
    void aDeletionThatTakesTooLongIsExplainedOnceAndGoesOn() {
        onHost.tell(host(), false);
        assertThat(of(leaving.until(NOW))).isEqualTo(new HostedMove(Kind.EXPLAIN, SILENT));
        assertThat(of(leaving.because(SILENT).until(NOW))).isEqualTo(HostedMove.REST);
    }

    @Test
    void aDeletionThatItsHostCannotDoIsExplainedAndDoesNotFail() {
        onHost.tell(host(), false);
        Answers.to(onHost, ThingState.FAILED, true);
        assertThat(of(leaving)).isEqualTo(new HostedMove(Kind.EXPLAIN, NO_REASON));
        assertThat(of(leaving.because(NO_REASON))).isEqualTo(HostedMove.REST);
    }

    private UUID host() {
        return Objects.requireNonNull(onHost.host());
    }

    private static HostedMove of(Thing thing) {
        return HostedMove.of(thing, HostState.IN_SERVICE, NOW);
    }

    private record Thing(
            boolean isLeaving, boolean isReady, boolean hasFailed, HostProgress progress, ThingOnHost onHost)
            implements HostedThing {

        Thing stale() {
            progress.change();
            return this;
        }

        Thing ready() {
            progress.settle(null);
            return new Thing(isLeaving, true, false, progress, onHost);
        }

        Thing failed(String reason) {
            progress.settle(reason);
            return new Thing(isLeaving, false, true, progress, onHost);
        }

        Thing because(String reason) {
            progress.settle(reason);
            return this;
        }

        Thing until(Instant deadline) {
            progress.waitUntil(deadline);
            return this;
        }
    }
}
