package io.skyholm.agent.act;

import static io.skyholm.agent.testing.DesiredThings.gone;
import static io.skyholm.agent.testing.DesiredThings.machine;
import static io.skyholm.agent.testing.DesiredThings.memory;
import static io.skyholm.agent.testing.DesiredThings.plugged;
import static io.skyholm.agent.testing.DesiredThings.port;
import static io.skyholm.agent.testing.DesiredThings.power;
import static io.skyholm.agent.testing.DesiredThings.rebuilt;
import static io.skyholm.agent.testing.DesiredThings.restarted;
import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.agent.hypervisor.HostSize;
import io.skyholm.agent.simulated.FaultInjection;
import io.skyholm.agent.simulated.SimulatedHypervisor;
import io.skyholm.agent.testing.Unsealed;
import io.skyholm.events.host.DesiredPort;
import io.skyholm.events.host.DesiredState;
import io.skyholm.events.host.DesiredVm;
import io.skyholm.events.host.Observation;
import io.skyholm.events.host.ThingState;
import io.skyholm.events.host.VmPower;
import io.skyholm.local.BoundedWait;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostLoopTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final HostSize SIZE = new HostSize(64, 256, 5000, 0, null);

    private final List<Observation> told = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final Workers workers = new Workers(32, timer, Duration.ofSeconds(2));
    private final Path file;
    private SimulatedHypervisor hypervisor;
    private HostLoop loop;

    HostLoopTest(@TempDir Path folder) {
        this.file = folder.resolve("hypervisor.jsonl");
        this.hypervisor = new SimulatedHypervisor(SIZE, FaultInjection.none(), file);
        this.loop = new HostLoop(Unsealed.drivers(hypervisor, file).all(), workers, told::add);
    }

    @AfterEach
    void end() {
        workers.close();
        timer.shutdownNow();
    }

    @Test
    void whatIsDesiredIsMadeAndTold() {
        DesiredVm desired = machine("web");
        loop.desire(desired);
        Observation settled = settled(desired, ThingState.RUNNING);
        assertThat(settled.detail()).isNull();
        assertThat(told).first().satisfies(first -> assertThat(first.state()).isEqualTo(ThingState.CHANGING));
    }

    @Test
    void aMachineFollowsItsDesiredStatesToItsEnd() {
        DesiredVm desired = machine("web");
        DesiredVm stopped = power(desired, VmPower.STOPPED);
        DesiredVm larger = power(memory(stopped, 4), VmPower.RUNNING);
        DesiredVm anew = rebuilt(restarted(larger));
        DesiredVm last = gone(anew);
        follow(desired, ThingState.RUNNING);
        follow(stopped, ThingState.STOPPED);
        follow(larger, ThingState.RUNNING);
        follow(power(anew, VmPower.SUSPENDED), ThingState.SUSPENDED);
        follow(gone(last), ThingState.ABSENT);
        assertThat(hypervisor.machines()).isEmpty();
    }

    @Test
    void restartsAndBuildsThatWereAskedForAreDoneOnce() {
        DesiredVm desired = machine("web");
        follow(desired, ThingState.RUNNING);
        DesiredVm again = rebuilt(restarted(desired));
        loop.desire(again);
        Observation done = settled(again, ThingState.RUNNING);
        assertThat(done.restarts()).isEqualTo(1);
        assertThat(done.builds()).isEqualTo(1);
    }

    @Test
    void whatFailsIsSaidAndAnotherDesiredStateEndsIt() {
        DesiredVm desired = machine("fail-start");
        loop.desire(desired);
        Observation failed = seen(one -> one.state() == ThingState.FAILED);
        assertThat(failed.detail()).contains("fail-start");
        assertThat(failed.settled()).isFalse();
        follow(power(desired, VmPower.STOPPED), ThingState.STOPPED);
    }

    @Test
    void whatFailedOnceIsTriedAgain() {
        follow(machine("once-define once-start"), ThingState.RUNNING);
    }

    @Test
    void aMachineThatDoesNotListenIsMadeToStop() {
        DesiredVm desired = machine("deaf");
        follow(desired, ThingState.RUNNING);
        follow(power(desired, VmPower.STOPPED), ThingState.STOPPED);
    }

    @Test
    void aRemovalWinsOverAStopThatTakesItsTime() {
        DesiredVm desired = machine("hang-stop");
        follow(desired, ThingState.RUNNING);
        DesiredVm stopped = power(desired, VmPower.STOPPED);
        loop.desire(stopped);
        seen(one -> one.generation() == stopped.generation() && one.state() == ThingState.CHANGING);
        follow(gone(stopped), ThingState.ABSENT);
    }

    @Test
    void aStopWinsOverAStartThatNeverEnds() {
        DesiredVm desired = machine("hang-start");
        loop.desire(desired);
        seen(one -> one.state() == ThingState.CHANGING);
        assertThat(BoundedWait.waitUntil(() -> hypervisor.machine(desired.id()).isPresent(), SOON))
                .isTrue();
        follow(power(desired, VmPower.STOPPED), ThingState.STOPPED);
    }

    @Test
    void aStepThatNeverEndsIsGivenUpAndSaid() {
        loop.desire(machine("hang-define"));
        Observation failed = seen(one -> one.state() == ThingState.FAILED);
        assertThat(failed.detail()).contains("did not answer within");
    }

    @Test
    void whatChangesByItselfIsBroughtBack() {
        DesiredVm desired = machine("web");
        follow(desired, ThingState.RUNNING);
        told.clear();
        hypervisor.crash(desired.id());
        loop.lookAround();
        settled(desired, ThingState.RUNNING);
    }

    @Test
    void whatIsAsDesiredIsNotToldAgain() {
        DesiredVm desired = machine("web");
        follow(desired, ThingState.RUNNING);
        told.clear();
        loop.lookAround();
        follow(machine("another"), ThingState.RUNNING);
        assertThat(told).noneMatch(one -> one.id().equals(desired.id()));
    }

    @Test
    void aMachineWaitsForItsPortAndThePortForItsMachine() {
        DesiredPort port = port();
        DesiredVm desired = plugged(machine("web"), port.id());
        loop.desire(desired);
        seen(one -> one.state() == ThingState.CHANGING
                && String.valueOf(one.detail()).contains("not there yet"));
        follow(port, ThingState.RUNNING);
        settled(desired, ThingState.RUNNING);

        DesiredPort noPort = port(port.id(), 2, false);
        loop.desire(noPort);
        seen(one -> one.id().equals(port.id()) && String.valueOf(one.detail()).contains("in use"));
        follow(gone(desired), ThingState.ABSENT);
        settled(noPort, ThingState.ABSENT);
        assertThat(told).noneMatch(one -> one.state() == ThingState.FAILED);
    }

    @Test
    void aDesiredStateThatNobodyHasComeToYetIsInTheInventory() {
        DesiredVm desired = machine("web");
        follow(desired, ThingState.RUNNING);
        workers.close();
        HostLoop idle = new HostLoop(Unsealed.drivers(hypervisor, file).all(), workers, told::add);
        DesiredVm newer = power(desired, VmPower.STOPPED);
        DesiredVm another = machine("another");
        idle.desire(desired);
        idle.desire(another);
        assertThat(inventoried(idle, desired).settled()).isTrue();
        assertThat(inventoried(idle, desired).state()).isEqualTo(ThingState.RUNNING);
        assertThat(inventoried(idle, another).generation()).isEqualTo(1);
        assertThat(inventoried(idle, another).settled()).isFalse();
        idle.desire(newer);
        assertThat(inventoried(idle, newer).generation()).isEqualTo(2);
        assertThat(inventoried(idle, newer).settled()).isFalse();
    }

    @Test
    void whatNobodyDesiresAnyMoreStaysAndIsInTheInventoryAsUndesired() {
        DesiredVm desired = machine("web");
        follow(desired, ThingState.RUNNING);
        loop.withdraw(desired.key());
        assertThat(loop.inventory()).singleElement().satisfies(one -> {
            assertThat(one.id()).isEqualTo(desired.id());
            assertThat(one.generation()).isZero();
            assertThat(one.state()).isEqualTo(ThingState.RUNNING);
            assertThat(one.settled()).isFalse();
        });
    }

    @Test
    void aHostThatFailsAllTheTimeGetsThereInTheEnd() {
        hypervisor = new SimulatedHypervisor(SIZE, new FaultInjection(Duration.ofMillis(5), 0.2), file);
        loop = new HostLoop(Unsealed.drivers(hypervisor, file).all(), workers, told::add);
        List<DesiredVm> desiredStates = IntStream.range(0, 20)
                .mapToObj(number -> machine("web-" + number))
                .toList();
        desiredStates.forEach(loop::desire);
        desiredStates.forEach(desired -> settled(desired, ThingState.RUNNING));
    }

    private static Observation inventoried(HostLoop loop, DesiredState desired) {
        return loop.inventory().stream()
                .filter(one -> one.key().equals(desired.key()))
                .findFirst()
                .orElseThrow();
    }

    private void follow(DesiredState desired, ThingState state) {
        loop.desire(desired);
        settled(desired, state);
    }

    private Observation settled(DesiredState desired, ThingState state) {
        return seen(one -> one.key().equals(desired.key())
                && one.generation() == desired.generation()
                && one.settled()
                && one.state() == state);
    }

    private Observation seen(Predicate<Observation> wanted) {
        assertThat(BoundedWait.waitUntil(() -> told.stream().anyMatch(wanted), SOON))
                .as("told so far: %s", told)
                .isTrue();
        return told.stream().filter(wanted).findFirst().orElseThrow();
    }
}
