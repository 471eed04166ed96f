package io.skyholm.compute.vm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class VirtualMachineTest {

    private static final Instant NOW = Instant.EPOCH;

    private final UUID host = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();
    private final VirtualMachine vm =
            new VirtualMachine(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), "web", NOW);

    @Test
    void generationsCountTheDesiredStatesForAHost() {
        assertThat(toldTo(host)).isEqualTo(1);
        assertThat(toldTo(host)).isEqualTo(2);
        assertThat(toldTo(host)).isEqualTo(3);
    }

    /** One more than its newest desired state, as orphans are told. */
    @Test
    void whatComesBackToAHostIsNewerThanItsAbsenceThere() {
        toldTo(host);
        vm.onHost.leave();
        vm.left(NOW);
        long absence = vm.onHost.desiredGeneration() + 1;
        assertThat(toldTo(host)).isGreaterThan(absence);
        toldTo(other);
        long another = vm.onHost.desiredGeneration() + 1;
        assertThat(toldTo(host)).isGreaterThan(another);
    }

    private long toldTo(UUID on) {
        vm.told(new VirtualMachines.Recipient(on, null), "hash", true, NOW);
        return vm.onHost.desiredGeneration();
    }
}
