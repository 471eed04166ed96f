package io.skyholm.compute.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.skyholm.events.compute.MachineStatus;
import io.skyholm.runtime.testing.fixtures.Refused;
import java.time.Instant;
import java.util.UUID;
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
    void onlyASilentMachineIsFenced() {
        Refused.by("MACHINE_NOT_OFFLINE", () -> machine.fence(Instant.EPOCH));
        machine.setAdminStatus(MachineStatus.MAINTENANCE);
        Refused.by("MACHINE_NOT_OFFLINE", () -> machine.fence(Instant.EPOCH));
        assertThat(machine.fencedAt).isNull();
    }

    @Test
    void machineThatIsBeingGivenUpIsNotMaintained() {
        assertThatCode(machine::requireKept).doesNotThrowAnyException();
        machine.setAdminStatus(MachineStatus.DECOMMISSIONING);
        Refused.by("MACHINE_DECOMMISSIONING", machine::requireKept);
        machine.fallsSilent();
        Refused.by("MACHINE_DECOMMISSIONING", machine::requireKept);
    }

    @Test
    void maintenanceSaysWhyAndEmptiesTheMachineOnlyIfThatIsAskedFor() {
        MachineMaintenance.apply(machine, new MaintainMachine("new disks", null), Instant.EPOCH);
        assertThat(machine.status).isEqualTo(MachineStatus.MAINTENANCE);
        assertThat(machine.statusReason).isEqualTo("new disks");
        assertThat(machine.drainRequestedAt).isNull();
        MachineMaintenance.apply(machine, new MaintainMachine(null, true), Instant.EPOCH);
        assertThat(machine.drainRequestedAt).isEqualTo(Instant.EPOCH);
    }

    @Test
    void machineOnWhichAnythingIsPromisedIsNotEmpty() {
        assertThat(machine.isEmpty()).isTrue();
        machine.allocatedStorageGb = 1;
        assertThat(machine.isEmpty()).isFalse();
        machine.allocatedStorageGb = 0;
        machine.instances = 1;
        assertThat(machine.isEmpty()).isFalse();
        machine.instances = 0;
        machine.exclusiveTo = UUID.randomUUID();
        assertThat(machine.isEmpty()).isFalse();
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
