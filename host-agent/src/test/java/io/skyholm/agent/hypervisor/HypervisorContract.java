package io.skyholm.agent.hypervisor;

import static io.skyholm.agent.testing.Wishes.gone;
import static io.skyholm.agent.testing.Wishes.machine;
import static io.skyholm.agent.testing.Wishes.memory;
import static io.skyholm.agent.testing.Wishes.plugged;
import static io.skyholm.agent.testing.Wishes.port;
import static io.skyholm.agent.testing.Wishes.rebuilt;
import static io.skyholm.agent.testing.Wishes.restarted;
import static io.skyholm.agent.testing.Wishes.storage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.events.host.DesiredPort;
import io.skyholm.events.host.DesiredVm;
import io.skyholm.events.host.PortTraffic;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every hypervisor has to hold, whatever it is made of. */
public abstract class HypervisorContract {

    private final DesiredVm wish = machine("contract");

    /** The one under test, with nothing on it. */
    protected abstract Hypervisor hypervisor();

    /** The same after the agent was started anew. */
    protected abstract Hypervisor startedAnew();

    @Test
    void aDefinedMachineIsThereAndDoesNotRun() {
        hypervisor().define(wish);

        assertThat(hypervisor().machines())
                .containsExactly(new Machine(
                        wish.id(),
                        wish.name(),
                        1,
                        MachineState.STOPPED,
                        MachineSize.of(wish),
                        wish.restarts(),
                        wish.builds(),
                        wish.portIds()));
    }

    @Test
    void aMachineGoesThroughItsLife() {
        hypervisor().define(wish);
        hypervisor().start(wish);
        assertThat(state()).isEqualTo(MachineState.RUNNING);
        hypervisor().suspend(wish);
        assertThat(state()).isEqualTo(MachineState.SUSPENDED);
        hypervisor().resume(wish);
        assertThat(state()).isEqualTo(MachineState.RUNNING);
        hypervisor().stop(wish);
        assertThat(state()).isEqualTo(MachineState.STOPPED);
        hypervisor().remove(wish.id());
        assertThat(hypervisor().machines()).isEmpty();
    }

    @Test
    void everyStepMayBeRepeated() {
        hypervisor().define(wish);
        hypervisor().define(wish);
        hypervisor().start(wish);
        hypervisor().start(wish);
        hypervisor().suspend(wish);
        hypervisor().suspend(wish);
        hypervisor().resume(wish);
        hypervisor().resume(wish);
        hypervisor().stop(wish);
        hypervisor().stop(wish);
        hypervisor().remove(wish.id());
        hypervisor().remove(wish.id());
        assertThat(hypervisor().machines()).isEmpty();
    }

    @Test
    void aMachineThatRunsIsRemovedAtOnce() {
        hypervisor().define(wish);
        hypervisor().start(wish);
        hypervisor().remove(gone(wish).id());
        assertThat(hypervisor().machine(wish.id())).isEmpty();
    }

    @Test
    void restartsAndBuildsAreCounted() {
        hypervisor().define(wish);
        hypervisor().start(wish);
        hypervisor().restart(restarted(wish));
        assertThat(seen().restarts()).isEqualTo(1);
        hypervisor().stop(wish);
        hypervisor().rebuild(rebuilt(wish));
        assertThat(seen().builds()).isEqualTo(1);
    }

    @Test
    void aStartCountsForAllRestartsAskedFor() {
        hypervisor().define(wish);
        hypervisor().start(restarted(restarted(wish)));
        assertThat(seen().restarts()).isEqualTo(2);
    }

    @Test
    void aStoppedMachineGrows() {
        hypervisor().define(wish);
        hypervisor().resize(memory(wish, 4));
        assertThat(seen().size().memoryGb()).isEqualTo(4);
    }

    @Test
    void aDiskNeverShrinks() {
        hypervisor().define(wish);
        refused(() -> hypervisor().resize(storage(wish, 5)));
        assertThat(seen().size().storageGb()).isEqualTo(wish.storageGb());
    }

    @Test
    void aMachineThatRunsIsNeitherResizedNorRebuilt() {
        hypervisor().define(wish);
        hypervisor().start(wish);
        refused(() -> hypervisor().resize(memory(wish, 4)));
        refused(() -> hypervisor().rebuild(rebuilt(wish)));
    }

    @Test
    void whatTheHostHasNoRoomForIsRefused() {
        int all = hypervisor().size().memoryGb();
        refused(() -> hypervisor().define(memory(wish, all + 1)));
        hypervisor().define(memory(wish, all));
        refused(() -> hypervisor().define(machine("one-more")));
    }

    @Test
    void aMachineWaitsForItsPortsAndAPortForItsMachine() {
        DesiredPort port = port();
        DesiredVm plugged = plugged(wish, port.id());
        waits(() -> hypervisor().define(plugged));
        hypervisor().plug(port);
        hypervisor().define(plugged);
        waits(() -> hypervisor().unplug(port.id()));
        hypervisor().remove(wish.id());
        hypervisor().unplug(port.id());
        hypervisor().unplug(port.id());
        assertThat(hypervisor().ports()).isEmpty();
    }

    @Test
    void aPortTakesTheNewestRules() {
        DesiredPort port = port();
        hypervisor().plug(port);
        hypervisor().plug(port(port.id(), 2, true));
        assertThat(hypervisor().port(port.id())).get().returns(2L, Port::generation);
    }

    @Test
    void aPortCountsOnWhateverChangesAndAnewOnceItWasRemoved() {
        DesiredPort port = port();
        hypervisor().plug(port);
        PortTraffic before = traffic(hypervisor(), port.id());
        hypervisor().plug(port(port.id(), 2, true));
        grown(before, traffic(hypervisor(), port.id()));
        PortTraffic after = traffic(startedAnew(), port.id());
        grown(before, after);
        hypervisor().unplug(port.id());
        hypervisor().plug(port);
        assertThat(traffic(hypervisor(), port.id()).countedSince()).isAfter(after.countedSince());
    }

    @Test
    void whatIsNotThereCannotBeStarted() {
        refused(() -> hypervisor().start(wish));
        refused(() -> hypervisor().restart(wish));
    }

    @Test
    void everythingIsStillKnownWhenTheAgentIsStartedAnew() {
        DesiredPort port = port();
        DesiredVm plugged = plugged(wish, port.id());
        hypervisor().plug(port);
        hypervisor().define(plugged);
        hypervisor().start(plugged);
        Machine before = seen();

        Hypervisor anew = startedAnew();
        assertThat(anew.machines()).containsExactly(before);
        assertThat(anew.port(port.id())).get().returns(1L, Port::generation);
    }

    @Test
    void theLoadIsAPercentage() {
        hypervisor().define(wish);
        hypervisor().start(wish);
        assertThat(hypervisor().load().memoryPercent()).isBetween(0.0, 100.0);
        assertThat(hypervisor().load().critical()).isFalse();
    }

    private Machine seen() {
        return hypervisor().machine(wish.id()).orElseThrow();
    }

    private MachineState state() {
        return seen().state();
    }

    private static PortTraffic traffic(Hypervisor hypervisor, UUID port) {
        return Objects.requireNonNull(hypervisor.port(port).orElseThrow().traffic());
    }

    private static void grown(PortTraffic before, PortTraffic after) {
        assertThat(after.countedSince()).isEqualTo(before.countedSince());
        assertThat(after.receivedBytes()).isGreaterThanOrEqualTo(before.receivedBytes());
        assertThat(after.sentBytes()).isGreaterThanOrEqualTo(before.sentBytes());
    }

    private static void refused(Runnable step) {
        assertThatThrownBy(step::run).isInstanceOf(HypervisorProblem.class).hasMessageContaining(" ");
    }

    private static void waits(Runnable step) {
        assertThatExceptionOfType(HypervisorProblem.class).isThrownBy(step::run).matches(HypervisorProblem::isPassing);
    }
}
