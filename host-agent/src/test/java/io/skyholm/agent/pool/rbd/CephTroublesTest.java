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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** What a pool says of a cluster that is not as it should be, and that it goes on when it is again. */
@EnabledIfSystemProperty(named = RealCeph.WANTED, matches = "true")
class CephTroublesTest {

    private static final long SIZE = 8 << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int CHANGES = 12;
    private static final int LONGEST_WAIT = 900;
    private static final ImageBytes NO_IMAGES = (source, target, size) -> {
        throw new IOException("there are no images");
    };
    private static final ObjectDrafts NO_OBJECTS = (object, content) -> {
        throw new IOException("there is no object store");
    };

    private final UUID disk = UUID.randomUUID();
    private final List<String> failures = Collections.synchronizedList(new ArrayList<>());

    @Test
    void aKeyThatIsNotTheHostsIsRefusedAndOneThatIsNotThereWaitedFor() {
        CephSettings own = RealCeph.host("host-1");
        try (RbdPool pool = new RbdPool("host-1", PATIENCE, NO_IMAGES, NO_OBJECTS)) {
            assertThatThrownBy(pool::disks)
                    .hasMessage(
                            "The disks cannot be read: this host has not been told yet where its disks are in Ceph");
            assertThatThrownBy(() -> pool.connect(RealCeph.ID, with(own, RealCeph.administratorsKey())))
                    .isInstanceOf(HypervisorProblem.class)
                    .hasMessage("The host cannot connect to Ceph: Ceph does not accept the key of this host");
            assertThatThrownBy(pool::disks)
                    .hasMessage("The disks cannot be read: Ceph does not accept the key of this host");
            assertThatThrownBy(() -> pool.connect(RealCeph.ID, with(own, "no key at all")))
                    .isInstanceOf(HypervisorProblem.class)
                    .hasMessageStartingWith("The host cannot connect to Ceph: ");
            assertThat(pool.connectedPool()).isEmpty();
            pool.connect(RealCeph.ID, own);
            assertThat(pool.disks()).isEmpty();
            assertThat(pool.isConnected(RealCeph.ID, own)).isTrue();
        }
    }

    @Test
    void anotherKeyTakesThePlaceOfTheOneBeforeAndAWrongOneDoesNot() throws Exception {
        CephSettings settings = RealCeph.fresh();
        String user = settings.namespace();
        CephSettings own = new CephSettings(settings.monitors(), newKey(user), user, settings.pool(), user);
        try (RbdPool pool = RealCeph.pool(own, NO_IMAGES, NO_OBJECTS)) {
            pool.create(disk, SIZE, null);
            CephSettings wrong = with(own, RealCeph.administratorsKey());
            assertThatThrownBy(() -> pool.connect(RealCeph.ID, wrong)).hasMessageContaining("does not accept the key");
            assertThat(pool.isConnected(RealCeph.ID, own)).isTrue();
            pool.grow(disk, 2 * SIZE);
            String removed = RealCeph.run("ceph", "auth", "rm", "client." + user);
            CephSettings rotated = with(own, newKey(user));
            assertThat(rotated).as(removed).isNotEqualTo(own);
            pool.connect(RealCeph.ID, rotated);
            assertThat(pool.isConnected(RealCeph.ID, rotated)).isTrue();
            assertThat(pool.isConnected(RealCeph.ID, own)).isFalse();
            assertThat(pool.disk(disk)).contains(new Disk(disk, 2 * SIZE, true));
            pool.remove(disk);
            assertThat(pool.disks()).isEmpty();
            UUID another = UUID.randomUUID();
            pool.disconnect(another);
            assertThat(pool.connectedPool()).contains(RealCeph.ID);
            pool.disconnect(RealCeph.ID);
            assertThat(pool.connectedPool()).isEmpty();
            assertThatThrownBy(pool::disks).hasMessageContaining("has not been told yet");
        }
    }

    /** Whoever works on a disk while the key changes is shut out, and what it began is done with the new one. */
    @Test
    void whatIsUnderWayWhileTheKeyChangesIsDoneAnew() throws Exception {
        CephSettings settings = RealCeph.fresh();
        try (RbdPool pool = RealCeph.pool(settings, NO_IMAGES, NO_OBJECTS)) {
            AtomicBoolean isOver = new AtomicBoolean();
            List<UUID> made = Collections.synchronizedList(new ArrayList<>());
            Thread worker = Thread.ofPlatform().start(() -> {
                while (!isOver.get()) {
                    UUID id = UUID.randomUUID();
                    untilItWorks(() -> pool.create(id, SIZE, null));
                    untilItWorks(() -> pool.remove(id));
                    made.add(id);
                }
            });
            for (int number = 0; number < CHANGES; number++) {
                boolean ended = worker.join(
                        Duration.ofMillis(ThreadLocalRandom.current().nextInt(LONGEST_WAIT)));
                assertThat(ended).isFalse();
                pool.connect(RealCeph.ID, settings);
            }
            isOver.set(true);
            worker.join();
            assertThat(made).isNotEmpty();
            assertThat(failures).isEmpty();
            assertThat(pool.disks()).isEmpty();
        }
    }

    private void untilItWorks(Runnable work) {
        assertThat(BoundedWait.waitUntil(() -> works(work), Duration.ofSeconds(60)))
                .isTrue();
    }

    private boolean works(Runnable work) {
        try {
            work.run();
            return true;
        } catch (HypervisorProblem shutOut) {
            if (!shutOut.isPassing()) {
                failures.add(String.valueOf(shutOut.getMessage()));
            }
            return false;
        }
    }

    /** Makes a user of Ceph who has this namespace, and says their key. */
    private static String newKey(String user) throws IOException, InterruptedException {
        String key = RealCeph.run(
                "ceph",
                "auth",
                "get-or-create-key",
                "client." + user,
                "mon",
                "profile rbd",
                "osd",
                "profile rbd pool=" + RealCeph.POOL + " namespace=" + user);
        return key.strip();
    }

    private static CephSettings with(CephSettings settings, String key) {
        return new CephSettings(settings.monitors(), key, settings.user(), settings.pool(), settings.namespace());
    }

    @Test
    void theKeyOfAHostOpensItsOwnPartOnly() {
        CephSettings settings = RealCeph.host("host-1");
        try (RbdPool own = RealCeph.pool(settings, NO_IMAGES, NO_OBJECTS);
                RbdPool another = new RbdPool("host-2", PATIENCE, NO_IMAGES, NO_OBJECTS)) {
            own.create(disk, SIZE, null);
            own.takeSnapshot(disk, disk);
            own.removeSnapshot(disk);
            own.remove(disk);
            assertThat(own.disks()).isEmpty();
            CephSettings others =
                    new CephSettings(settings.monitors(), settings.key(), settings.user(), settings.pool(), "host-2");
            assertThatThrownBy(() -> another.connect(RealCeph.ID, others))
                    .hasMessageContaining("does not accept the key");
        }
    }

    @Test
    void whoOpensThePoolShutsOutTheOneBefore() {
        CephSettings settings = RealCeph.fresh();
        try (RbdPool before = RealCeph.pool(settings, NO_IMAGES, NO_OBJECTS);
                RbdPool after = new RbdPool("after", PATIENCE, NO_IMAGES, NO_OBJECTS)) {
            before.create(disk, SIZE, null);
            after.connect(RealCeph.ID, settings);
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
        try (RbdPool pool = RealCeph.pool(RealCeph.fresh(), Duration.ofSeconds(2), NO_IMAGES, NO_OBJECTS)) {
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
        try (RbdPool pool = RealCeph.pool(RealCeph.fresh(), Duration.ofSeconds(5), NO_IMAGES, NO_OBJECTS)) {
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
        try (RbdPool pool = RealCeph.pool(RealCeph.fresh(), NO_IMAGES, NO_OBJECTS)) {
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
