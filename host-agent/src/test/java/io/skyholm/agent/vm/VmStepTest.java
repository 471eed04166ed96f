package io.skyholm.agent.vm;

import static io.skyholm.agent.hypervisor.MachineState.RUNNING;
import static io.skyholm.agent.hypervisor.MachineState.STOPPED;
import static io.skyholm.agent.hypervisor.MachineState.SUSPENDED;
import static io.skyholm.agent.testing.Wishes.gone;
import static io.skyholm.agent.testing.Wishes.machine;
import static io.skyholm.agent.testing.Wishes.memory;
import static io.skyholm.agent.testing.Wishes.power;
import static io.skyholm.agent.testing.Wishes.rebuilt;
import static io.skyholm.agent.testing.Wishes.restarted;
import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.agent.hypervisor.Machine;
import io.skyholm.agent.hypervisor.MachineSize;
import io.skyholm.agent.hypervisor.MachineState;
import io.skyholm.events.host.DesiredVm;
import io.skyholm.events.host.VmPower;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VmStepTest {

    private final DesiredVm wish = machine("planned");

    @Test
    void whatIsNotThereIsDefinedFirst() {
        assertThat(VmStep.next(wish, Optional.empty())).isEqualTo(VmStep.DEFINE);
    }

    @Test
    void whatShallGoIsRemovedWhateverItDoes() {
        assertThat(next(gone(wish), RUNNING)).isEqualTo(VmStep.REMOVE);
        assertThat(next(gone(wish), SUSPENDED)).isEqualTo(VmStep.REMOVE);
        assertThat(VmStep.next(gone(wish), Optional.empty())).isEqualTo(VmStep.NOTHING);
    }

    @Test
    void powerIsBroughtToWhatIsWished() {
        assertThat(next(wish, STOPPED)).isEqualTo(VmStep.START);
        assertThat(next(wish, SUSPENDED)).isEqualTo(VmStep.RESUME);
        assertThat(next(wish, RUNNING)).isEqualTo(VmStep.NOTHING);
        assertThat(next(power(wish, VmPower.STOPPED), RUNNING)).isEqualTo(VmStep.STOP);
        assertThat(next(power(wish, VmPower.STOPPED), SUSPENDED)).isEqualTo(VmStep.STOP);
        assertThat(next(power(wish, VmPower.STOPPED), STOPPED)).isEqualTo(VmStep.NOTHING);
        assertThat(next(power(wish, VmPower.SUSPENDED), RUNNING)).isEqualTo(VmStep.SUSPEND);
        assertThat(next(power(wish, VmPower.SUSPENDED), STOPPED)).isEqualTo(VmStep.START);
        assertThat(next(power(wish, VmPower.SUSPENDED), SUSPENDED)).isEqualTo(VmStep.NOTHING);
    }

    @Test
    void aNewerWishIsTakenIntoAccountBeforeAnythingElse() {
        Machine known = seen(wish, STOPPED);
        assertThat(VmStep.next(restarted(wish), Optional.of(known))).isEqualTo(VmStep.DEFINE);
    }

    @Test
    void anOlderWishTurnsNothingBack() {
        Machine newer = seen(power(wish, VmPower.STOPPED), STOPPED);
        assertThat(VmStep.next(wish, Optional.of(newer))).isEqualTo(VmStep.NOTHING);
    }

    @Test
    void anotherSizeNeedsAStop() {
        DesiredVm larger = memory(wish, 8);
        assertThat(next(larger, RUNNING)).isEqualTo(VmStep.STOP);
        assertThat(next(larger, STOPPED)).isEqualTo(VmStep.RESIZE);
    }

    @Test
    void anotherBuildNeedsAStop() {
        assertThat(next(rebuilt(wish), RUNNING)).isEqualTo(VmStep.STOP);
        assertThat(next(rebuilt(wish), STOPPED)).isEqualTo(VmStep.REBUILD);
    }

    @Test
    void aRestartIsForWhatRuns() {
        assertThat(next(restarted(wish), RUNNING)).isEqualTo(VmStep.RESTART);
        assertThat(next(restarted(wish), STOPPED)).isEqualTo(VmStep.START);
        assertThat(next(power(restarted(wish), VmPower.STOPPED), STOPPED)).isEqualTo(VmStep.NOTHING);
    }

    /** The next step on a host that knows the wish, and has the machine as it was before it. */
    private VmStep next(DesiredVm newer, MachineState state) {
        Machine before = seen(wish, state);
        return VmStep.next(
                newer,
                Optional.of(new Machine(
                        before.id(),
                        before.name(),
                        newer.generation(),
                        before.state(),
                        before.size(),
                        before.restarts(),
                        before.builds(),
                        before.portIds())));
    }

    private static Machine seen(DesiredVm wish, MachineState state) {
        return new Machine(
                wish.id(),
                wish.name(),
                wish.generation(),
                state,
                MachineSize.of(wish),
                wish.restarts(),
                wish.builds(),
                wish.portIds());
    }
}
