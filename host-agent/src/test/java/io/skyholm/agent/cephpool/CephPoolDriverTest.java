package io.skyholm.agent.cephpool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.agent.act.SeenThing;
import io.skyholm.agent.hypervisor.HostSize;
import io.skyholm.agent.hypervisor.Hypervisor;
import io.skyholm.agent.hypervisor.HypervisorProblem;
import io.skyholm.agent.libvirt.LibvirtHypervisor;
import io.skyholm.agent.libvirt.LibvirtSettings;
import io.skyholm.agent.libvirt.VirtType;
import io.skyholm.agent.network.NetworkSettings;
import io.skyholm.agent.pool.DiskPool;
import io.skyholm.agent.pool.rbd.RbdPool;
import io.skyholm.agent.simulated.FaultInjection;
import io.skyholm.agent.simulated.SimulatedHypervisor;
import io.skyholm.agent.simulated.SimulatedPool;
import io.skyholm.events.EventJson;
import io.skyholm.events.host.DesiredCephPool;
import io.skyholm.events.host.HostSeal;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a host makes of where its disks are said to be in Ceph, as far as that needs no Ceph. */
class CephPoolDriverTest {

    private static final String KEY = "AQB0XK5pAAAAABAAq3VYbTMpRQo0yQmPQy8yWg==";

    private static final HostSize SIZE = new HostSize(8, 32, 500, 0, null);

    private final UUID host = UUID.randomUUID();
    private final DesiredCephPool desired = new DesiredCephPool(
            UUID.randomUUID(), 3, true, List.of("10.0.0.1:3300"), "disks", "host-1", "host-1", KEY, null);

    private final Path state;

    CephPoolDriverTest(@TempDir Path folder) {
        this.state = folder.resolve("hypervisor.jsonl");
    }

    @Test
    void theKeyIsReadByItsHostAlone() throws GeneralSecurityException {
        KeyPair keys = KeyPairGenerator.getInstance(HostSeal.ALGORITHM).generateKeyPair();
        String publicKey = Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
        String text = EventJson.write(desired.sealedFor(host, publicKey));
        assertThat(text).doesNotContain(KEY);
        assertThat(driver(host, keys, unconnected()).read(text)).isEqualTo(desired);
        CephPoolDriver another = driver(UUID.randomUUID(), keys, unconnected());
        assertThatThrownBy(() -> another.read(text)).isInstanceOf(HostSeal.CannotOpenException.class);
    }

    @Test
    void aHostWhoseDisksAreFilesSaysSoAndHasNothingToForget(@TempDir Path folder) throws GeneralSecurityException {
        DiskPool files = new SimulatedPool(FaultInjection.none(), folder.resolve("disks.jsonl"));
        KeyPair keys = KeyPairGenerator.getInstance(HostSeal.ALGORITHM).generateKeyPair();
        CephPoolDriver driver = driver(host, keys, files);
        assertThatThrownBy(() -> driver.next(desired))
                .isInstanceOf(HypervisorProblem.class)
                .hasMessageContaining("are files");
        assertThat(driver.next(DesiredCephPool.absent(desired.id(), 4))).isEmpty();
        assertThat(driver.look(desired.id())).isEqualTo(SeenThing.ABSENT);
    }

    @Test
    void aHostThatIsNotConnectedConnects() throws GeneralSecurityException {
        KeyPair keys = KeyPairGenerator.getInstance(HostSeal.ALGORITHM).generateKeyPair();
        CephPoolDriver driver = driver(host, keys, unconnected());
        assertThat(driver.next(desired)).isPresent();
        assertThat(driver.present()).isEmpty();
        assertThat(driver.next(DesiredCephPool.absent(desired.id(), 4))).isEmpty();
    }

    private static RbdPool unconnected() {
        return new RbdPool(
                "host-1",
                Duration.ofSeconds(1),
                (source, target, size) -> {
                    throw new IOException("there are no images");
                },
                (object, content) -> {
                    throw new IOException("there is no object store");
                });
    }

    /** Its machines open their disks themselves. */
    @Test
    void aHostThatRunsMachinesOnLibvirtTakesNoNamespace(@TempDir Path folder) throws GeneralSecurityException {
        KeyPair keys = KeyPairGenerator.getInstance(HostSeal.ALGORITHM).generateKeyPair();
        DesiredCephPool whole = new DesiredCephPool(
                desired.id(), 4, true, desired.monitors(), desired.pool(), "", desired.user(), KEY, null);
        try (LibvirtHypervisor libvirt = new LibvirtHypervisor(
                LibvirtSettings.in(folder, "test:///default", VirtType.QEMU, NetworkSettings.ALONE),
                SIZE,
                disk -> Optional.empty())) {
            CephPoolDriver driver = driver(libvirt, host, keys, unconnected());
            assertThatThrownBy(() -> driver.next(desired))
                    .isInstanceOf(HypervisorProblem.class)
                    .hasMessageContaining("give it a pool of its own");
            assertThat(driver.next(whole)).isPresent();
        }
    }

    private CephPoolDriver driver(UUID host, KeyPair keys, DiskPool disks) {
        return driver(new SimulatedHypervisor(SIZE, FaultInjection.none(), state), host, keys, disks);
    }

    private static CephPoolDriver driver(Hypervisor hypervisor, UUID host, KeyPair keys, DiskPool disks) {
        return new CephPoolDriver(
                hypervisor,
                disks,
                (desired, secret) -> HostSeal.open(
                        keys.getPrivate(), new HostSeal.Place(host, desired.key(), desired.generation()), secret));
    }
}
