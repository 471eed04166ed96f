package io.skyholm.agent.act;

import static io.skyholm.agent.testing.Wishes.gone;
import static io.skyholm.agent.testing.Wishes.machine;
import static io.skyholm.agent.testing.Wishes.memory;
import static io.skyholm.agent.testing.Wishes.plugged;
import static io.skyholm.agent.testing.Wishes.port;
import static io.skyholm.agent.testing.Wishes.power;
import static io.skyholm.agent.testing.Wishes.rebuilt;
import static io.skyholm.agent.testing.Wishes.restarted;
import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.agent.HostDrivers;
import io.skyholm.agent.hypervisor.HostSize;
import io.skyholm.agent.simulated.Faults;
import io.skyholm.agent.simulated.SimulatedHypervisor;
import io.skyholm.events.host.DesiredPort;
import io.skyholm.events.host.DesiredState;
import io.skyholm.events.host.DesiredVm;
import io.skyholm.events.host.Observation;
import io.skyholm.events.host.ThingState;
import io.skyholm.events.host.VmPower;
import io.skyholm.local.Patience;
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
        this.hypervisor = new SimulatedHypervisor(SIZE, Faults.none(), file);
        this.loop = new HostLoop(HostDrivers.of(hypervisor), workers, told::add);
    }

    @AfterEach
    void end() {
        workers.close();
        timer.shutdownNow();
    }

    @Test
    void whatIsWishedIsMadeAndTold() {
        DesiredVm wish = machine("web");
        loop.desire(wish);
        Observation settled = settled(wish, ThingState.RUNNING);
        assertThat(settled.detail()).isNull();
        assertThat(told).first().satisfies(first -> assertThat(first.state()).isEqualTo(ThingState.CHANGING));
    }

    @Test
    void aMachineFollowsItsWishesToItsEnd() {
        DesiredVm wish = machine("web");
        DesiredVm stopped = power(wish, VmPower.STOPPED);
        DesiredVm larger = power(memory(stopped, 4), VmPower.RUNNING);
        DesiredVm anew = rebuilt(restarted(larger));
        DesiredVm last = gone(anew);
        follow(wish, ThingState.RUNNING);
        follow(stopped, ThingState.STOPPED);
        follow(larger, ThingState.RUNNING);
        follow(power(anew, VmPower.SUSPENDED), ThingState.SUSPENDED);
        follow(gone(last), ThingState.ABSENT);
        assertThat(hypervisor.machines()).isEmpty();
    }

    @Test
    void restartsAndBuildsThatWereAskedForAreDoneOnce() {
        DesiredVm wish = machine("web");
        follow(wish, ThingState.RUNNING);
        DesiredVm again = rebuilt(restarted(wish));
        loop.desire(again);
        Observation done = settled(again, ThingState.RUNNING);
        assertThat(done.restarts()).isEqualTo(1);
        assertThat(done.builds()).isEqualTo(1);
    }

    @Test
    void whatFailsIsSaidAndAnotherWishEndsIt() {
        DesiredVm wish = machine("fail-start");
        loop.desire(wish);
        Observation failed = seen(one -> one.state() == ThingState.FAILED);
        assertThat(failed.detail()).contains("fail-start");
        assertThat(failed.settled()).isFalse();
        follow(power(wish, VmPower.STOPPED), ThingState.STOPPED);
    }

    @Test
    void whatFailedOnceIsTriedAgain() {
        follow(machine("once-define once-start"), ThingState.RUNNING);
    }

    @Test
    void aMachineThatDoesNotListenIsMadeToStop() {
        DesiredVm wish = machine("deaf");
        follow(wish, ThingState.RUNNING);
        follow(power(wish, VmPower.STOPPED), ThingState.STOPPED);
    }

    @Test
    void aRemovalWinsOverAStopThatTakesItsTime() {
        DesiredVm wish = machine("hang-stop");
        follow(wish, ThingState.RUNNING);
        DesiredVm stopped = power(wish, VmPower.STOPPED);
        loop.desire(stopped);
        seen(one -> one.generation() == stopped.generation() && one.state() == ThingState.CHANGING);
        follow(gone(stopped), ThingState.ABSENT);
    }

    @Test
    void aStopWinsOverAStartThatNeverEnds() {
        DesiredVm wish = machine("hang-start");
        loop.desire(wish);
        seen(one -> one.state() == ThingState.CHANGING);
        assertThat(Patience.waitUntil(() -> hypervisor.machine(wish.id()).isPresent(), SOON))
                .isTrue();
        follow(power(wish, VmPower.STOPPED), ThingState.STOPPED);
    }

    @Test
    void aStepThatNeverEndsIsGivenUpAndSaid() {
        loop.desire(machine("hang-define"));
        Observation failed = seen(one -> one.state() == ThingState.FAILED);
        assertThat(failed.detail()).contains("did not answer within");
    }

    @Test
    void whatChangesByItselfIsBroughtBack() {
        DesiredVm wish = machine("web");
        follow(wish, ThingState.RUNNING);
        told.clear();
        hypervisor.crash(wish.id());
        loop.lookAround();
        settled(wish, ThingState.RUNNING);
    }

    @Test
    void whatIsAsWishedIsNotToldAgain() {
        DesiredVm wish = machine("web");
        follow(wish, ThingState.RUNNING);
        told.clear();
        loop.lookAround();
        follow(machine("another"), ThingState.RUNNING);
        assertThat(told).noneMatch(one -> one.id().equals(wish.id()));
    }

    @Test
    void aMachineWaitsForItsPortAndThePortForItsMachine() {
        DesiredPort port = port();
        DesiredVm wish = plugged(machine("web"), port.id());
        loop.desire(wish);
        seen(one -> one.state() == ThingState.CHANGING
                && String.valueOf(one.detail()).contains("not there yet"));
        follow(port, ThingState.RUNNING);
        settled(wish, ThingState.RUNNING);

        DesiredPort noPort = port(port.id(), 2, false);
        loop.desire(noPort);
        seen(one -> one.id().equals(port.id()) && String.valueOf(one.detail()).contains("in use"));
        follow(gone(wish), ThingState.ABSENT);
        settled(noPort, ThingState.ABSENT);
        assertThat(told).noneMatch(one -> one.state() == ThingState.FAILED);
    }

    @Test
    void aWishThatNobodyHasComeToYetIsInTheInventory() {
        DesiredVm wish = machine("web");
        follow(wish, ThingState.RUNNING);
        workers.close();
        HostLoop idle = new HostLoop(HostDrivers.of(hypervisor), workers, told::add);
        DesiredVm newer = power(wish, VmPower.STOPPED);
        DesiredVm another = machine("another");
        idle.desire(wish);
        idle.desire(another);
        assertThat(inventoried(idle, wish).settled()).isTrue();
        assertThat(inventoried(idle, wish).state()).isEqualTo(ThingState.RUNNING);
        assertThat(inventoried(idle, another).generation()).isEqualTo(1);
        assertThat(inventoried(idle, another).settled()).isFalse();
        idle.desire(newer);
        assertThat(inventoried(idle, newer).generation()).isEqualTo(2);
        assertThat(inventoried(idle, newer).settled()).isFalse();
    }

    @Test
    void whatNobodyWishesForAnyMoreStaysAndIsInTheInventoryAsUnwished() {
        DesiredVm wish = machine("web");
        follow(wish, ThingState.RUNNING);
        loop.withdraw(wish.key());
        assertThat(loop.inventory()).singleElement().satisfies(one -> {
            assertThat(one.id()).isEqualTo(wish.id());
            assertThat(one.generation()).isZero();
            assertThat(one.state()).isEqualTo(ThingState.RUNNING);
            assertThat(one.settled()).isFalse();
        });
    }

    @Test
    void aHostThatFailsAllTheTimeGetsThereInTheEnd() {
        hypervisor = new SimulatedHypervisor(SIZE, new Faults(Duration.ofMillis(5), 0.2), file);
        loop = new HostLoop(HostDrivers.of(hypervisor), workers, told::add);
        List<DesiredVm> wishes = IntStream.range(0, 20)
                .mapToObj(number -> machine("web-" + number))
                .toList();
        wishes.forEach(loop::desire);
        wishes.forEach(wish -> settled(wish, ThingState.RUNNING));
    }

    private static Observation inventoried(HostLoop loop, DesiredState wish) {
        return loop.inventory().stream()
                .filter(one -> one.key().equals(wish.key()))
                .findFirst()
                .orElseThrow();
    }

    private void follow(DesiredState wish, ThingState state) {
        loop.desire(wish);
        settled(wish, state);
    }

    private Observation settled(DesiredState wish, ThingState state) {
        return seen(one -> one.key().equals(wish.key())
                && one.generation() == wish.generation()
                && one.settled()
                && one.state() == state);
    }

    private Observation seen(Predicate<Observation> wanted) {
        assertThat(Patience.waitUntil(() -> told.stream().anyMatch(wanted), SOON))
                .as("told so far: %s", told)
                .isTrue();
        return told.stream().filter(wanted).findFirst().orElseThrow();
    }
}
