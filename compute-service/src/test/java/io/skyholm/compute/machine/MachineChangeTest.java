package io.skyholm.compute.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.compute.pool.PoolTerms;
import io.skyholm.runtime.http.RequestBody;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.testing.fixtures.Refused;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a change makes of a machine, and which it does not take. */
class MachineChangeTest {

    private final Machine machine = SampleMachine.active();

    @ParameterizedTest
    @ValueSource(strings = {"MAINTENANCE", "OFFLINE", "DELETED"})
    void otherStatusesHaveCallsOfTheirOwn(String status) {
        assertThatThrownBy(() -> change("{\"status\": \"%s\"}".formatted(status)))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith("status ");
    }

    @Test
    void machineNeverBecomesSmallerThanWhatIsPromised() {
        machine.allocatedCpuCores = 20;
        Refused.by("ALREADY_PROMISED", () -> resize("{\"cpuCores\": 9}", SampleMachine.TERMS));
        resize("{\"cpuCores\": 10}", SampleMachine.TERMS);
        assertThat(machine.cpuCapacity).isEqualTo(20);
    }

    @Test
    void onlyAnEmptyMachineMovesOrIsRentedOtherwise() {
        PoolTerms beside = SampleMachine.terms(machine.edgeDataCenterId);
        machine.instances = 1;
        Refused.by("MACHINE_NOT_EMPTY", () -> resize("{}", beside));
        Refused.by("MACHINE_NOT_EMPTY", () -> change("{\"rentalMode\": \"EXCLUSIVE\"}"));
        machine.instances = 0;
        resize("{}", beside);
        change("{\"rentalMode\": \"EXCLUSIVE\"}");
        assertThat(machine.resourcePoolId).isEqualTo(beside.id());
        assertThat(machine.rentalMode).isEqualTo(RentalMode.EXCLUSIVE);
    }

    @Test
    void machineStaysInItsDataCenter() {
        assertThatThrownBy(() -> resize("{}", SampleMachine.terms(UUID.randomUUID())))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith("resourcePoolId ");
    }

    private void change(String body) {
        RequestBody.read(body, ChangeMachine.class).applyTo(machine, Instant.EPOCH);
    }

    private void resize(String body, PoolTerms terms) {
        RequestBody.read(body, ChangeMachine.class).applyTo(machine, terms);
    }
}
