package io.skyholm.compute.lifecycle;

import static io.skyholm.compute.part.Part.NETWORK;
import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.compute.instance.Created;
import io.skyholm.compute.instance.Instance;
import io.skyholm.compute.machine.RentalMode;
import io.skyholm.compute.placement.Place;
import io.skyholm.compute.placement.PlacementRequest;
import io.skyholm.compute.quota.Charge;
import io.skyholm.compute.size.Size;
import io.skyholm.compute.vm.VirtualMachine;
import io.skyholm.events.compute.InstanceStatus;
import io.skyholm.events.host.ThingState;
import io.skyholm.events.host.VmPower;
import io.skyholm.events.operation.OperationKind;
import io.skyholm.hosts.HostState;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the conditions ask of an instance, beside what NextStepTest shows of them. */
class CurrentStateTest {

    private static final Size WHOLE_MACHINE = new Size(16, 64, 1000, 0);

    @Test
    void whatWaitedForAPlaceHasAnotherDeadlineOnceItHasOne() {
        CurrentState state = Given.created().now();
        assertThat(state.notedOperation()).isEmpty();
        state.extend(Given.NOW.plus(Duration.ofHours(2)));
        assertThat(state.notedOperation()).isPresent();
        assertThat(state.at(Given.NOW.plus(Duration.ofHours(1))).isOverdue()).isFalse();
    }

    /** It holds its machine as a whole, and gives nothing back of it while it is there. */
    @Test
    void exclusiveInstanceHoldsMoreThanItsSizeAndNotTooMuch() {
        Instance instance =
                Created.on(new PlacementRequest.Hardware(RentalMode.EXCLUSIVE, null, null, null), Given.NOW);
        CurrentState state = placed(instance, WHOLE_MACHINE);
        instance.allocation().charged(new Charge(List.of(), 1, WHOLE_MACHINE));
        assertThat(state.holdsTooMuch()).isFalse();
        assertThat(instance.chargeable()).isEqualTo(WHOLE_MACHINE);
    }

    @Test
    void exclusiveInstanceThatIsChargedForItsSizeOnlyIsNotSettledYet() {
        Instance instance =
                Created.on(new PlacementRequest.Hardware(RentalMode.EXCLUSIVE, null, null, null), Given.NOW);
        assertThat(placed(instance, WHOLE_MACHINE).holdsTooMuch())
                .as("one of an earlier version, which is charged anew")
                .isTrue();
    }

    @Test
    void sharedInstanceThatHoldsMoreThanItsSizeHoldsTooMuch() {
        assertThat(placed(Created.instance(0, Given.NOW), WHOLE_MACHINE).holdsTooMuch())
                .isTrue();
        assertThat(placed(Created.instance(0, Given.NOW), Created.SIZE).holdsTooMuch())
                .isFalse();
    }

    @Test
    void whatIsChargedForMoreThanItsSizeHoldsTooMuch() {
        Instance instance = Created.instance(0, Given.NOW);
        CurrentState state = placed(instance, Created.SIZE);
        instance.allocation().charged(new Charge(List.of(), 1, WHOLE_MACHINE));
        assertThat(state.holdsTooMuch()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"START", "RESUME", "RESTART", "MOVE", "RECOVER"})
    void whatIsToRunGoesOnOnAnotherMachine(OperationKind kind) {
        assertThat(Given.running().operation(kind).now().outlivesMachine()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"SUSPEND", "RESIZE", "REBUILD", "RESET_PASSWORD"})
    void whatCannotGoOnOnAnotherMachineEndsWithItsOwn(OperationKind kind) {
        assertThat(Given.running().operation(kind).now().outlivesMachine()).isFalse();
    }

    @Test
    void whatRunsOrIsSuspendedEndsWithItsMachine() {
        assertThat(Given.running().now().outlivesMachine()).isFalse();
        assertThat(Given.running()
                        .but(instance -> instance.desired().power(VmPower.SUSPENDED))
                        .now()
                        .outlivesMachine())
                .isFalse();
    }

    @Test
    void whatIsOffOrBeingRemovedLosesNothingWithItsMachine() {
        assertThat(Given.running()
                        .but(instance -> instance.desired().power(VmPower.STOPPED))
                        .now()
                        .outlivesMachine())
                .isTrue();
        assertThat(Given.running().doing(OperationKind.DELETE).now().outlivesMachine())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"RUNNING, RUNNING, RUNNING", "STOPPED, STOPPED, STOPPED", "SUSPENDED, SUSPENDED, SUSPENDED"})
    void everyPowerHasAStateInWhichItRests(VmPower power, InstanceStatus status, ThingState state) {
        assertThat(SettledVm.status(power)).isEqualTo(status);
        assertThat(SettledVm.state(power)).isEqualTo(state);
    }

    private static CurrentState placed(Instance instance, Size held) {
        instance.placed(new Place(Given.HOST, UUID.randomUUID(), UUID.randomUUID(), held), List.of(NETWORK));
        instance.allocation().charged(new Charge(List.of(), 1, Created.SIZE));
        VirtualMachine vm =
                new VirtualMachine(instance.virtualMachineId(), instance.tenantId(), instance.id(), "web", Given.NOW);
        return new CurrentState(instance, vm, new KnownParts(List.of()), HostState.IN_SERVICE, Given.NOW);
    }
}
