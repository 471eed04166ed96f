package io.skyholm.compute.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.events.compute.MachineStatus;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How a machine stands: by the will of people, and by whether it is heard. */
class MachineTest {

    private final Machine machine = SampleMachine.active();

    @Test
    void newMachineTakesNothingBeforeItIsHeard() {
        assertThat(SampleMachine.offline().status).isEqualTo(MachineStatus.OFFLINE);
        assertThat(machine.status).isEqualTo(MachineStatus.ACTIVE);
    }

    @Test
    void machineInMaintenanceComesBackToIt() {
        machine.setAdminStatus(MachineStatus.MAINTENANCE);
        machine.fallsSilent();
        assertThat(machine.status).isEqualTo(MachineStatus.OFFLINE);
        assertThat(machine.isBack()).isTrue();
        assertThat(machine.status).isEqualTo(MachineStatus.MAINTENANCE);
    }

    @Test
    void whatIsDecidedOfASilentMachineHoldsWhenItIsBack() {
        machine.fallsSilent();
        machine.setAdminStatus(MachineStatus.MAINTENANCE);
        assertThat(machine.status).isEqualTo(MachineStatus.OFFLINE);
        assertThat(machine.statusBefore).isEqualTo(MachineStatus.MAINTENANCE);
        machine.isBack();
        assertThat(machine.status).isEqualTo(MachineStatus.MAINTENANCE);
        assertThat(machine.statusBefore).isNull();
    }

    @Test
    void fencedMachineIsNotBackBeforeItShowsThatItRunsNothing() {
        machine.fallsSilent();
        machine.fence(Instant.EPOCH);
        assertThat(machine.isBack()).isFalse();
        assertThat(machine.status).isEqualTo(MachineStatus.OFFLINE);
        machine.unfence();
        assertThat(machine.status).isEqualTo(MachineStatus.ACTIVE);
    }

    @Test
    void putBackIntoUseItIsNoLongerEmptied() {
        machine.setAdminStatus(MachineStatus.MAINTENANCE);
        machine.drain(Instant.EPOCH);
        machine.drain(Instant.EPOCH.plusSeconds(9));
        assertThat(machine.drainRequestedAt).isEqualTo(Instant.EPOCH);
        machine.setAdminStatus(MachineStatus.ACTIVE);
        assertThat(machine.drainRequestedAt).isNull();
        assertThat(machine.statusReason).isNull();
    }
}
