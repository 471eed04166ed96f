package io.skyholm.compute.lifecycle;

import static io.skyholm.compute.part.Part.BOOT_DISK;
import static io.skyholm.compute.part.Part.NETWORK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.skyholm.compute.part.Part.Progress;
import io.skyholm.compute.size.Size;
import io.skyholm.events.compute.InstanceStatus;
import io.skyholm.events.host.ThingState;
import io.skyholm.events.operation.OperationKind;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is done next, from every state in which an instance can be. */
class NextStepTest {

    private static final Duration AN_HOUR = Duration.ofHours(1);

    static Stream<Arguments> states() {
        return Stream.of(
                when("it is deleted", Given.created().but(instance -> instance.deleted(Given.NOW)), Step.REST),
                when("its machine is lost", Given.running().onLostMachine(), Step.LEAVE_LOST_MACHINE),
                argumentSet("its operation takes too long", Given.created().after(AN_HOUR), Step.FAIL_OVERDUE),
                // Its creation failed.
                when("it failed before it had a place", failed(Given.created()), Step.RELEASE),
                when("it failed on a host that was told", failed(Given.placed().told()), Step.TELL_ABSENT),
                when("its host is to remove it", failed(Given.placed().toldAbsent()), Step.WAIT),
                when(
                        "its host has removed it",
                        failed(Given.placed().toldAbsent().seen(ThingState.ABSENT)),
                        Step.WITHDRAW),
                when("its host knows nothing of it", failed(Given.placed()), Step.RELEASE_PARTS),
                when("its ports are not yet taken back", withoutParts(Given.placed()), Step.WAIT),
                when(
                        "its ports are taken back",
                        withoutParts(Given.placed().part(NETWORK, Progress.RELEASED)),
                        Step.RELEASE),
                // It is deleted.
                when("it is deleted while it runs", Given.running().doing(OperationKind.DELETE), Step.TELL_ABSENT),
                when("it is deleted but can be had back", undeletable().doing(OperationKind.DELETE), Step.TELL),
                when(
                        "it is stopped until its deletion is final",
                        undeletable().doing(OperationKind.DELETE).told().seen(ThingState.STOPPED),
                        Step.WAIT),
                argumentSet(
                        "its deletion is final",
                        undeletable()
                                .doing(OperationKind.DELETE)
                                .told()
                                .idle(InstanceStatus.DELETING)
                                .after(AN_HOUR),
                        Step.TELL_ABSENT),
                // Without a place.
                when("it waits for a place", Given.created(), Step.PLACE),
                when("it has neither place nor work", Given.created().idle(InstanceStatus.STOPPED), Step.REST),
                when("it is stopped without a place", Given.created().doing(OperationKind.STOP), Step.COMPLETE),
                when(
                        "its password is reset without a place",
                        Given.created().doing(OperationKind.RESET_PASSWORD),
                        Step.COMPLETE),
                // It leaves its machine.
                when("it is to leave its machine", Given.running().doing(OperationKind.MOVE), Step.TELL_ABSENT),
                when(
                        "the machine that it leaves still has it",
                        Given.running().doing(OperationKind.MOVE).toldAbsent().seenAtWork(ThingState.RUNNING),
                        Step.WAIT),
                when(
                        "the machine that it leaves has it no more",
                        Given.running().doing(OperationKind.MOVE).toldAbsent().seen(ThingState.ABSENT),
                        Step.WITHDRAW),
                when(
                        "nobody has it any more, and it is on its way",
                        Given.placed().doing(OperationKind.MOVE),
                        Step.LEAVE_MACHINE),
                // On its machine.
                when("its ports are being set up", Given.created().placedWith(NETWORK), Step.WAIT),
                when(
                        "its ports are ready for the machine before",
                        Given.created().placedWith(NETWORK).part(NETWORK, Progress.READY, Given.OTHER_HOST),
                        Step.WAIT),
                when(
                        "its ports can never be",
                        Given.created().placedWith(NETWORK).part(NETWORK, Progress.FAILED),
                        Step.FAIL_PART),
                when(
                        "its disk cannot be had on its machine",
                        Given.created().placedWith(BOOT_DISK).disk(Progress.FAILED),
                        Step.TRY_ELSEWHERE),
                when(
                        "its disk cannot be had, and its host has it already",
                        Given.running().wanting(BOOT_DISK).disk(Progress.FAILED).doing(OperationKind.RESTART),
                        Step.FAIL_PART),
                when(
                        "it is stopped though its disk is lost",
                        Given.running().wanting(BOOT_DISK).disk(Progress.FAILED).doing(OperationKind.STOP),
                        Step.TELL),
                when(
                        "it is stopped though its disk is being made",
                        Given.running()
                                .wanting(BOOT_DISK)
                                .disk(Progress.PENDING)
                                .doing(OperationKind.STOP),
                        Step.TELL),
                when(
                        "its ports fail while nothing is being done",
                        Given.running().part(NETWORK, Progress.FAILED),
                        Step.WAIT),
                when("its host was not told", Given.placed(), Step.TELL),
                when("its host was told something older", Given.running().doing(OperationKind.STOP), Step.TELL),
                when("its host has not answered", Given.placed().told(), Step.WAIT),
                when("its host is at work", Given.placed().told().seenAtWork(ThingState.STOPPED), Step.WAIT),
                when(
                        "its host fails at it while it is created",
                        Given.placed().told().seen(ThingState.FAILED),
                        Step.WAIT),
                when(
                        "it breaks while nothing is being done",
                        Given.running().seen(ThingState.FAILED),
                        Step.SHOW_BROKEN),
                when(
                        "it is shown to be broken",
                        Given.running().seen(ThingState.FAILED).idle(InstanceStatus.ERROR),
                        Step.WAIT),
                when("it has become smaller", resized(Given.running()).told().seen(ThingState.RUNNING), Step.SHRINK),
                when("it runs as it is to", Given.placed().told().seen(ThingState.RUNNING), Step.COMPLETE),
                when("it has come back by itself", Given.running().idle(InstanceStatus.ERROR), Step.COMPLETE),
                when("it runs, and nothing is being done", Given.running(), Step.REST));
    }

    @ParameterizedTest
    @MethodSource("states")
    void stepFollowsFromTheStateAlone(CurrentState state, Step expected) {
        assertThat(NextStep.of(state)).isEqualTo(expected);
    }

    @Test
    void everyRowIsTheFirstThatHoldsForSomeState() {
        List<NextStep.Row> reached = states().map(state -> NextStep.row((CurrentState) state.get()[0]))
                .toList();
        assertThat(reached).containsAll(NextStep.TABLE);
    }

    /** Disks come next: what waits for one part waits for all of them. */
    @Test
    void instanceWaitsForEveryPartBeforeItsHostIsTold() {
        Given given = Given.created().placedWith("boot-disk", NETWORK).part(NETWORK, Progress.READY);
        assertThat(given.step()).isEqualTo(Step.WAIT);
        assertThat(given.now().parts().missing().orElseThrow().part().name()).isEqualTo("boot-disk");
        assertThat(given.part("boot-disk", Progress.READY).step()).isEqualTo(Step.TELL);
    }

    /** The place is taken and its parts are waited for in one transaction, which read what is known of them before. */
    @Test
    void instanceThatHasJustGotItsPlaceWaitsForItsParts() {
        Given given = Given.created();
        CurrentState state = given.now();
        assertThat(NextStep.of(state)).isEqualTo(Step.PLACE);
        given.placedWith(NETWORK);
        assertThat(NextStep.of(state)).isEqualTo(Step.WAIT);
    }

    @Test
    void instanceHoldsItsQuotaUntilEveryPartIsReleased() {
        Given given = withoutParts(Given.created()
                .placedWith("boot-disk", NETWORK)
                .part("boot-disk", Progress.PENDING)
                .part(NETWORK, Progress.RELEASED));
        assertThat(given.step()).isEqualTo(Step.WAIT);
        assertThat(given.part("boot-disk", Progress.RELEASED).step()).isEqualTo(Step.RELEASE);
    }

    @Test
    void hostIsToldAgainWhenAPartChangesWhatItAttaches() {
        Given given = Given.running();
        assertThat(given.step()).isEqualTo(Step.REST);
        given.instance.desired().told(List.of("network/another"));
        assertThat(given.step()).isEqualTo(Step.TELL);
    }

    private static Arguments when(String state, Given given, Step expected) {
        return argumentSet(state, given.now(), expected);
    }

    private static Given failed(Given given) {
        return given.but(instance -> instance.deletion().release()).idle(InstanceStatus.ERROR);
    }

    private static Given withoutParts(Given given) {
        return failed(given).but(instance -> instance.parts().release());
    }

    private static Given undeletable() {
        return Given.createdWithUndo(600)
                .placedWith(NETWORK)
                .part(NETWORK, Progress.READY)
                .told()
                .seen(ThingState.RUNNING)
                .idle(InstanceStatus.RUNNING);
    }

    private static Given resized(Given given) {
        return given.but(instance -> instance.resize(new Size(1, 4, 10, 0), null));
    }
}
