package io.skyholm.agent.pool.rbd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.agent.hypervisor.HypervisorProblem;
import io.skyholm.agent.pool.Disk;
import io.skyholm.agent.pool.ImageBytes;
import io.skyholm.agent.pool.ObjectDrafts;
import io.skyholm.local.BoundedWait;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** What a pool says of a cluster that is not as it should be, and that it goes on when it is again. */
@EnabledIfSystemProperty(named = RealCeph.WANTED, matches = "true")
class CephTroublesTest {

    private static final long SIZE = 8 << 20;
    private static final ImageBytes NO_IMAGES = (source, target, size) -> {
        throw new IOException("there are no images");
    };
    private static final ObjectDrafts NO_OBJECTS = (object, content) -> {
        throw new IOException("there is no object store");
    };

    private final UUID disk = UUID.randomUUID();

    @Test
    void aKeyThatIsNotTheHostsIsRefusedAndOneThatIsNotThereWaitedFor(@TempDir Path folder) throws IOException {
        Path keyring = folder.resolve("keyring");
        CephSettings settings = host("host-1", "host-1", keyring);
        try (RbdPool pool = new RbdPool(settings, NO_IMAGES, NO_OBJECTS)) {
            assertThatThrownBy(pool::disks).hasMessageContaining("this host has no key for Ceph");
        }
        String administrators = Files.readString(RealCeph.folder().resolve("client.admin.keyring"));
        Files.writeString(keyring, administrators.replace("client.admin", "client.host-1"));
        try (RbdPool pool = new RbdPool(settings, NO_IMAGES, NO_OBJECTS)) {
            assertThatThrownBy(pool::disks)
                    .isInstanceOf(HypervisorProblem.class)
                    .hasMessage("The disks cannot be read: Ceph does not accept the key of this host");
        }
    }

    @Test
    void theKeyOfAHostOpensItsOwnPartOnly() {
        Path key = RealCeph.folder().resolve("hosts/host-1.keyring");
        try (RbdPool own = new RbdPool(host("host-1", "host-1", key), NO_IMAGES, NO_OBJECTS);
                RbdPool another = new RbdPool(host("host-1", "host-2", key), NO_IMAGES, NO_OBJECTS)) {
            own.create(disk, SIZE, null);
            own.takeSnapshot(disk, disk);
            own.removeSnapshot(disk);
            own.remove(disk);
            assertThat(own.disks()).isEmpty();
            assertThatThrownBy(another::disks).hasMessageContaining("does not accept the key");
        }
    }

    @Test
    void whoOpensThePoolShutsOutTheOneBefore() {
        CephSettings settings = RealCeph.fresh();
        try (RbdPool before = new RbdPool(settings, NO_IMAGES, NO_OBJECTS);
                RbdPool after = new RbdPool(settings, NO_IMAGES, NO_OBJECTS)) {
            before.create(disk, SIZE, null);
            assertThat(after.disks()).containsExactly(new Disk(disk, SIZE, true));
            assertThatThrownBy(() -> before.grow(disk, 2 * SIZE))
                    .hasMessageContaining("another agent of this host has taken over its disks");
            after.remove(disk);
            assertThatThrownBy(() -> before.create(disk, SIZE, null)).hasMessageContaining("another agent");
            assertThat(after.disks()).isEmpty();
        }
    }

    @Test
    void aClusterThatIsSilentIsSaidToBeAndWhatWasAskedGoesOnWhenItSpeaks() throws Exception {
        String store = Long.toString(
                RealCeph.suite().part("ceph-osd").process().orElseThrow().pid());
        CephSettings settings = RealCeph.fresh(Duration.ofSeconds(2));
        try (RbdPool pool = new RbdPool(settings, NO_IMAGES, NO_OBJECTS)) {
            pool.create(disk, SIZE, null);
            stop(store);
            try {
                long begun = System.nanoTime();
                assertThatThrownBy(() -> pool.disk(disk)).hasMessageContaining("Ceph does not answer");
                assertThatThrownBy(() -> pool.create(UUID.randomUUID(), SIZE, null))
                        .hasMessageContaining("Ceph does not answer");
                assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(30));
            } finally {
                signal("CONT", store);
            }
            pool.grow(disk, 2 * SIZE);
            assertThat(pool.disk(disk)).contains(new Disk(disk, 2 * SIZE, true));
            pool.remove(disk);
            assertThat(pool.disks()).isEmpty();
        }
    }

    @Test
    void aStoreThatWasKilledIsUsedAgainWhenItIsBack() {
        try (RbdPool pool = new RbdPool(RealCeph.fresh(Duration.ofSeconds(5)), NO_IMAGES, NO_OBJECTS)) {
            pool.create(disk, SIZE, null);
            RealCeph.suite().kill("ceph-osd");
            RealCeph.suite().start("ceph-osd");
            assertThat(BoundedWait.waitUntil(() -> isThere(pool), Duration.ofSeconds(30)))
                    .isTrue();
            pool.remove(disk);
            assertThat(pool.disks()).isEmpty();
        }
    }

    @Test
    void aFullPoolRefusesAtOnceAndLetsWhatIsThereBeRemoved() throws Exception {
        UUID second = UUID.randomUUID();
        try (RbdPool pool = new RbdPool(RealCeph.fresh(), NO_IMAGES, NO_OBJECTS)) {
            pool.create(disk, SIZE, null);
            pool.takeSnapshot(disk, disk);
            fullFrom("0.00001", "0.00001", "0.00001");
            try {
                assertThat(BoundedWait.waitUntil(CephTroublesTest::isFull, Duration.ofSeconds(60)))
                        .isTrue();
                long begun = System.nanoTime();
                assertThatThrownBy(() -> pool.create(second, SIZE, null)).hasMessageContaining("the Ceph pool is full");
                assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(8));
                // What grows takes no room until something is written there.
                pool.grow(disk, 2 * SIZE);
                assertThat(pool.disks()).containsExactly(new Disk(disk, 2 * SIZE, true));
                pool.removeSnapshot(disk);
                pool.remove(disk);
                assertThat(pool.disks()).isEmpty();
            } finally {
                fullFrom("0.85", "0.9", "0.95");
            }
            assertThat(BoundedWait.waitUntil(() -> !isFull(), Duration.ofSeconds(60)))
                    .isTrue();
            pool.create(second, SIZE, null);
            pool.remove(second);
        }
    }

    /** Which part of a store may be used before Ceph calls it full, and with it each pool that has something there: the largest of the three counts. */
    private static void fullFrom(String nearly, String forCopies, String full)
            throws IOException, InterruptedException {
        RealCeph.run("ceph", "osd", "set-nearfull-ratio", nearly);
        RealCeph.run("ceph", "osd", "set-backfillfull-ratio", forCopies);
        RealCeph.run("ceph", "osd", "set-full-ratio", full);
    }

    private static boolean isFull() {
        try {
            return RealCeph.run("ceph", "osd", "dump").lines().anyMatch(line -> line.matches("pool .*[ ,]full[ ,].*"));
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private boolean isThere(RbdPool pool) {
        try {
            return pool.disk(disk).isPresent();
        } catch (HypervisorProblem notYet) {
            return false;
        }
    }

    private static CephSettings host(String user, String namespace, Path keyring) {
        CephSettings all = RealCeph.administrator(namespace, Duration.ofSeconds(20));
        return new CephSettings(all.configuration(), keyring, user, all.pool(), namespace, all.patience());
    }

    /** Returns when it has stopped: on a busy machine some of its threads still answer after the signal was sent. */
    private static void stop(String process) throws IOException, InterruptedException {
        signal("STOP", process);
        assertThat(BoundedWait.waitUntil(() -> isStopped(process), Duration.ofSeconds(10)))
                .isTrue();
    }

    private static boolean isStopped(String process) {
        try (Stream<Path> threads = Files.list(Path.of("/proc", process, "task"))) {
            return threads.allMatch(thread -> status(thread).contains("State:\tT"));
        } catch (IOException ended) {
            return false;
        }
    }

    private static String status(Path thread) {
        try {
            return Files.readString(thread.resolve("status"));
        } catch (IOException ended) {
            return "";
        }
    }

    private static void signal(String name, String process) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + name, process).start().waitFor())
                .isZero();
    }
}
