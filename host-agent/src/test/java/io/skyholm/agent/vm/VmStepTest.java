package io.skyholm.agent.vm;

import static io.skyholm.agent.hypervisor.MachineState.RUNNING;
import static io.skyholm.agent.hypervisor.MachineState.STOPPED;
import static io.skyholm.agent.hypervisor.MachineState.SUSPENDED;
import static io.skyholm.agent.testing.DesiredThings.gone;
import static io.skyholm.agent.testing.DesiredThings.machine;
import static io.skyholm.agent.testing.DesiredThings.memory;
import static io.skyholm.agent.testing.DesiredThings.power;
import static io.skyholm.agent.testing.DesiredThings.rebuilt;
import static io.skyholm.agent.testing.DesiredThings.restarted;
import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.agent.hypervisor.Machine;
import io.skyholm.agent.hypervisor.MachineSize;
import io.skyholm.agent.hypervisor.MachineState;
import io.skyholm.events.host.DesiredVm;
import io.skyholm.events.host.VmPower;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VmStepTest {

    private final DesiredVm desired = machine("planned");

    @Test
    void whatIsNotThereIsDefinedFirst() {
        assertThat(VmStep.next(desired, Optional.empty())).isEqualTo(VmStep.DEFINE);
    }

    @Test
    void whatShallGoIsRemovedWhateverItDoes() {
        assertThat(next(gone(desired), RUNNING)).isEqualTo(VmStep.REMOVE);
        assertThat(next(gone(desired), SUSPENDED)).isEqualTo(VmStep.REMOVE);
        assertThat(VmStep.next(gone(desired), Optional.empty())).isEqualTo(VmStep.NOTHING);
    }

    @Test
    void powerIsBroughtToWhatIsDesired() {
        assertThat(next(desired, STOPPED)).isEqualTo(VmStep.START);
        assertThat(next(desired, SUSPENDED)).isEqualTo(VmStep.RESUME);
        assertThat(next(desired, RUNNING)).isEqualTo(VmStep.NOTHING);
        assertThat(next(power(desired, VmPower.STOPPED), RUNNING)).isEqualTo(VmStep.STOP);
        assertThat(next(power(desired, VmPower.STOPPED), SUSPENDED)).isEqualTo(VmStep.STOP);
        assertThat(next(power(desired, VmPower.STOPPED), STOPPED)).isEqualTo(VmStep.NOTHING);
        assertThat(next(power(desired, VmPower.SUSPENDED), RUNNING)).isEqualTo(VmStep.SUSPEND);
        assertThat(next(power(desired, VmPower.SUSPENDED), STOPPED)).isEqualTo(VmStep.START);
        assertThat(next(power(desired, VmPower.SUSPENDED), SUSPENDED)).isEqualTo(VmStep.NOTHING);
    }

    @Test
    void aNewerDesiredStateIsTakenIntoAccountBeforeAnythingElse() {
        Machine known = seen(desired, STOPPED);
        assertThat(VmStep.next(restarted(desired), Optional.of(known))).isEqualTo(VmStep.DEFINE);
    }

    @Test
    void anOlderDesiredStateTurnsNothingBack() {
        Machine newer = seen(power(desired, VmPower.STOPPED), STOPPED);
        assertThat(VmStep.next(desired, Optional.of(newer))).isEqualTo(VmStep.NOTHING);
    }

    @Test
    void anotherSizeNeedsAStop() {
        DesiredVm larger = memory(desired, 8);
        assertThat(next(larger, RUNNING)).isEqualTo(VmStep.STOP);
        assertThat(next(larger, STOPPED)).isEqualTo(VmStep.RESIZE);
    }

    @Test
    void anotherBuildNeedsAStop() {
        assertThat(next(rebuilt(desired), RUNNING)).isEqualTo(VmStep.STOP);
        assertThat(next(rebuilt(desired), STOPPED)).isEqualTo(VmStep.REBUILD);
    }

    @Test
    void aRestartIsForWhatRuns() {
        assertThat(next(restarted(desired), RUNNING)).isEqualTo(VmStep.RESTART);
        assertThat(next(restarted(desired), STOPPED)).isEqualTo(VmStep.START);
        assertThat(next(power(restarted(desired), VmPower.STOPPED), STOPPED)).isEqualTo(VmStep.NOTHING);
    }

    /** The next step on a host that knows the desired state, and has the machine as it was before it. */
    private VmStep next(DesiredVm newer, MachineState state) {
        Machine before = seen(desired, state);
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
                        before.bootDiskId(),
                        before.portIds())));
    }

    private static Machine seen(DesiredVm desired, MachineState state) {
        return new Machine(
                desired.id(),
                desired.name(),
                desired.generation(),
                state,
                MachineSize.of(desired),
                desired.restarts(),
                desired.builds(),
                desired.bootDiskId(),
                desired.portIds());
    }
}
