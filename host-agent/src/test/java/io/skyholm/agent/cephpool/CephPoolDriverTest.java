package io.skyholm.agent.cephpool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.agent.act.SeenThing;
import io.skyholm.agent.hypervisor.HypervisorProblem;
import io.skyholm.agent.pool.DiskPool;
import io.skyholm.agent.pool.rbd.RbdPool;
import io.skyholm.agent.simulated.FaultInjection;
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
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a host makes of where its disks are said to be in Ceph, as far as that needs no Ceph. */
class CephPoolDriverTest {

    private static final String KEY = "AQB0XK5pAAAAABAAq3VYbTMpRQo0yQmPQy8yWg==";

    private final UUID host = UUID.randomUUID();
    private final DesiredCephPool desired = new DesiredCephPool(
            UUID.randomUUID(), 3, true, List.of("10.0.0.1:3300"), "disks", "host-1", "host-1", KEY, null);

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

    private static CephPoolDriver driver(UUID host, KeyPair keys, DiskPool disks) {
        return new CephPoolDriver(
                disks,
                (desired, secret) -> HostSeal.open(
                        keys.getPrivate(), new HostSeal.Place(host, desired.key(), desired.generation()), secret));
    }
}
