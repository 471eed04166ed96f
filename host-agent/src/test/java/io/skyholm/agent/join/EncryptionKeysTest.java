package io.skyholm.agent.join;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.agent.Equipment;
import io.skyholm.agent.HostDrivers;
import io.skyholm.agent.act.SecretOpener;
import io.skyholm.agent.hypervisor.HostSize;
import io.skyholm.agent.simulated.FaultInjection;
import io.skyholm.agent.simulated.SimulatedHypervisor;
import io.skyholm.agent.simulated.SimulatedPool;
import io.skyholm.agent.testing.DesiredThings;
import io.skyholm.agent.vm.VmDriver;
import io.skyholm.events.EventJson;
import io.skyholm.events.host.DesiredVm;
import io.skyholm.events.host.HostSeal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The keys with which a host reads secrets, and how it replaces them. */
class EncryptionKeysTest {

    private static final UUID HOST = UUID.randomUUID();
    private static final DesiredVm WITH_SECRETS =
            DesiredThings.machine("web").with(new DesiredVm.Secrets("#cloud-config", "$6$hash"));

    private final Path file;

    EncryptionKeysTest(@TempDir Path temporary) {
        this.file = temporary.resolve("host").resolve("encryption.keys");
    }

    @Test
    void keysStayTheSameAndAreTheirOwnersAlone() throws IOException {
        assertThat(keys().publicKey()).isEqualTo(keys().publicKey());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void afterAMonthThereIsANewPairAndFormerOnesStillOpen() {
        EncryptionKeys first = keys();
        DesiredVm sealed = WITH_SECRETS.sealedFor(HOST, first.publicKey());
        EncryptionKeys second = EncryptionKeys.keptIn(file, Instant.now().plus(Duration.ofDays(31)));
        assertThat(second.publicKey()).isNotEqualTo(first.publicKey());
        assertThat(second.open(sealed.place(HOST), String.valueOf(sealed.sealedSecrets())))
                .contains("#cloud-config");
    }

    @Test
    void driverReadsWhatIsSealedForItsHost() {
        DesiredVm sealed = WITH_SECRETS.sealedFor(HOST, keys().publicKey());
        String text = EventJson.write(sealed);
        assertThat(text).doesNotContain("#cloud-config").doesNotContain("$6$hash");
        assertThat(driver(keys()).read(text)).isEqualTo(WITH_SECRETS);
    }

    @Test
    void whatIsNotSealedIsReadAsItIs() {
        assertThat(driver(keys()).read(EventJson.write(WITH_SECRETS))).isEqualTo(WITH_SECRETS);
    }

    @Test
    void whatIsSealedForAnotherHostIsNotTakenForAMachineWithoutSecrets() {
        EncryptionKeys others =
                EncryptionKeys.keptIn(file.resolveSibling("others").resolve("encryption.keys"), Instant.now());
        String text = EventJson.write(WITH_SECRETS.sealedFor(HOST, others.publicKey()));
        VmDriver driver = driver(keys());
        assertThatThrownBy(() -> driver.read(text)).hasMessageContaining("No key of this host");
    }

    private EncryptionKeys keys() {
        return EncryptionKeys.keptIn(file, Instant.now());
    }

    private VmDriver driver(EncryptionKeys keys) {
        SecretOpener opener =
                (desired, secret) -> keys.open(new HostSeal.Place(HOST, desired.key(), desired.generation()), secret);
        SimulatedHypervisor hypervisor = new SimulatedHypervisor(
                new HostSize(8, 32, 500, 0, null), FaultInjection.none(), file.resolveSibling("hypervisor.jsonl"));
        SimulatedPool disks = new SimulatedPool(FaultInjection.none(), file.resolveSibling("disks.jsonl"));
        return (VmDriver) new HostDrivers(new Equipment(hypervisor, disks, 1), opener)
                .all()
                .getFirst();
    }
}
