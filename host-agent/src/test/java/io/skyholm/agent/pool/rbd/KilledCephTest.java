package io.skyholm.agent.pool.rbd;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.agent.hypervisor.HypervisorProblem;
import io.skyholm.agent.pool.BytesTarget;
import io.skyholm.agent.pool.Disk;
import io.skyholm.agent.testing.Repeated;
import io.skyholm.events.host.DiskSource;
import io.skyholm.events.storage.DiskFormat;
import io.skyholm.local.BoundedWait;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Ceph is killed before calls of its libraries that the making of a disk consists of. As many disks are made as there are such calls, each is held before
 * another one, and one kill hits them all. {@code -Dskyholm.every=true} takes each call there is, and kills the store before them, too.
 */
@EnabledIfSystemProperty(named = RealCeph.WANTED, matches = "true")
class KilledCephTest {

    private static final String EVERY = "skyholm.every";

    private static final String HOST = "killed";
    private static final long SIZE = 8 << 20;
    private static final long SECOND_AT = 4 << 20;
    private static final byte[] FIRST = filled(7);
    private static final byte[] SECOND = filled(8);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** Each call that is left of a change waits for as long as the pool has patience, and so do those by which it takes back what it did. */
    private static final Duration BOUND = Duration.ofSeconds(45);

    /** Each fifth call is one that the kill hits, or each one where somebody asks for that. */
    private static final int STRIDE = Boolean.getBoolean(EVERY) ? 1 : 5;

    private static final Duration LONGEST_HELD = BOUND.multipliedBy(3);

    /** The first looks whether the disk is there, and this one whether its image is. */
    private static final int FIRST_WITH_AN_IMAGE = 2;

    /** What asks Ceph for something; the others read or write memory. */
    private static final Pattern ASKING =
            Pattern.compile("rbd_(create|clone|open|close|write|resize|snap_create|snap_protect).*|rados_.*_operate2?");

    private final CephSettings settings = RealCeph.fresh();
    private final RealCeph.Seen seen = RealCeph.seen(settings);
    private final RbdPool pool = new RbdPool(HOST, PATIENCE, KilledCephTest::fill, (object, content) -> {
        throw new IOException("there is no object store");
    });
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private final UUID untouched = UUID.randomUUID();
    private final UUID snapshot = UUID.randomUUID();
    private final Gate gate = new Gate();

    KilledCephTest() throws IOException {
        pool.connect(RealCeph.ID, settings);
    }

    @AfterEach
    void close() {
        NativeCalls.hearNoMore();
        gate.open();
        RealCeph.suite().start("ceph-osd");
        pool.close();
        seen.close();
        callers.close();
    }

    /** Holds each change before one of its calls, of which no two changes have the same. */
    private static final class Gate implements NativeCalls.Listener {

        private final CountDownLatch opened = new CountDownLatch(1);
        private final Map<Thread, Change> changes = new HashMap<>();
        private final Queue<Integer> numbers = new ArrayDeque<>();
        private int held;

        /** What a thread does: it ends nothing before it is let go, and so begins nothing else. */
        private static final class Change {

            private final int stopsBefore;
            private final List<String> calls = new ArrayList<>();

            Change(int stopsBefore) {
                this.stopsBefore = stopsBefore;
            }
        }

        @Override
        public void before(String call) {
            if (opened.getCount() > 0
                    && Thread.currentThread().getName().startsWith("ceph-" + HOST)
                    && ASKING.matcher(call).matches()
                    && isToBeHeld(call)) {
                await();
            }
        }

        private synchronized boolean isToBeHeld(String call) {
            Change change = changes.computeIfAbsent(
                    Thread.currentThread(), thread -> new Change(Objects.requireNonNullElse(numbers.poll(), 0)));
            change.calls.add(call);
            boolean isHeld = change.calls.size() == change.stopsBefore;
            held += isHeld ? 1 : 0;
            return isHeld;
        }

        /** Each change that begins from now on is held before its call of one of these numbers. */
        synchronized void holdBefore(List<Integer> next) {
            numbers.addAll(next);
        }

        /** Forgets a change that was not held, whose thread may be another's. */
        synchronized List<String> callsOfTheOneThatEnded() {
            Thread thread = changes.entrySet().stream()
                    .filter(one -> one.getValue().stopsBefore == 0)
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElseThrow();
            return Objects.requireNonNull(changes.remove(thread)).calls;
        }

        synchronized int held() {
            return held;
        }

        void open() {
            opened.countDown();
        }

        private void await() {
            try {
                assertThat(opened.await(LONGEST_HELD.toSeconds(), TimeUnit.SECONDS))
                        .isTrue();
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** A disk that is being made. */
    private record Making(UUID id, Runnable change, Future<Optional<String>> ended) {}

    private final List<Making> makings = new ArrayList<>();

    /** Whoever is killed within the calls is killed before those that follow, so this is for who has the time. */
    @Test
    @EnabledIfSystemProperty(named = EVERY, matches = "true")
    void disksAreMadeOnceOrGoneAfterTheStoreOfObjectsWasKilledBeforeAnyCall() throws Exception {
        holdAll();
        RealCeph.suite().kill("ceph-osd");
        gate.open();
        assertThat(problem(() -> pool.disk(untouched)))
                .hasValueSatisfying(said -> assertThat(said).contains("Ceph does not answer"));
        assertThatEachEnds();
        RealCeph.suite().start("ceph-osd");
        assertThatAllIsWell(0);
    }

    @Test
    void disksAreMadeOnceOrGoneAfterTheStoreOfObjectsWasKilledWithinAnyCall() throws Exception {
        holdAll();
        gate.open();
        RealCeph.suite().kill("ceph-osd");
        assertThatEachEnds();
        RealCeph.suite().start("ceph-osd");
        assertThatAllIsWell(1);
    }

    @Test
    void disksAreMadeOnceOrGoneAfterTheMonitorWasKilledBeforeAnyCall() throws Exception {
        holdAll();
        RealCeph.suite().kill("ceph-mon");
        gate.open();
        pool.grow(untouched, 2 * SIZE);
        assertThat(pool.disk(untouched)).contains(new Disk(untouched, 2 * SIZE, true));
        assertThatEachEnds();
        RealCeph.suite().start("ceph-osd");
        assertThatAllIsWell(1);
    }

    /** One that is held where it uses the bytes of an image has nobody remove those of others, which would take calls of its own. */
    private void holdAll() {
        pool.create(untouched, SIZE, source());
        pool.takeSnapshot(snapshot, untouched);
        NativeCalls.hear(gate);
        hold(List.of(FIRST_WITH_AN_IMAGE), this::creation);
        List<String> creating = callsOf(creation());
        assertThat(creating).contains("rbd_create2", "rbd_write", "rbd_snap_create", "rbd_snap_protect", "rbd_clone");
        List<String> copying = callsOf(copy());
        assertThat(copying).contains("rbd_clone", "rbd_resize", "rados_write_op_operate2");
        hold(numbers(creating), this::creation);
        hold(numbers(copying), this::copy);
    }

    /** The first, the last, and some between them, other ones each time. */
    private static List<Integer> numbers(List<String> calls) {
        int last = calls.size();
        int from = ThreadLocalRandom.current().nextInt(STRIDE);
        return IntStream.rangeClosed(1, last)
                .filter(number -> number == 1 || number == last || number % STRIDE == from)
                .boxed()
                .toList();
    }

    /** Makes a disk. */
    @FunctionalInterface
    private interface Maker {

        void make(UUID id);
    }

    private Maker creation() {
        DiskSource source = source();
        return id -> pool.create(id, SIZE, source);
    }

    private Maker copy() {
        return id -> pool.createFrom(snapshot, id, 2 * SIZE);
    }

    private List<String> callsOf(Maker maker) {
        UUID id = UUID.randomUUID();
        maker.make(id);
        List<String> calls = gate.callsOfTheOneThatEnded();
        NativeCalls.hearNoMore();
        pool.remove(id);
        NativeCalls.hear(gate);
        return calls;
    }

    private void hold(List<Integer> numbers, Supplier<Maker> makers) {
        gate.holdBefore(numbers);
        for (int number = 0; number < numbers.size(); number++) {
            UUID id = UUID.randomUUID();
            Maker maker = makers.get();
            Runnable change = () -> maker.make(id);
            makings.add(new Making(id, change, callers.submit(() -> problem(change))));
        }
        int all = makings.size();
        assertThat(BoundedWait.waitUntil(() -> gate.held() == all, BOUND))
                .as(() -> gate.held() + " of " + all + " are held")
                .isTrue();
    }

    /** What a change says that does not work. */
    private static Optional<String> problem(Runnable change) {
        try {
            change.run();
            return Optional.empty();
        } catch (HypervisorProblem said) {
            return Optional.of(String.valueOf(said.getMessage()));
        }
    }

    private void assertThatEachEnds() throws InterruptedException, ExecutionException, TimeoutException {
        long until = System.nanoTime() + BOUND.toNanos();
        for (Making making : makings) {
            Optional<String> said = making.ended().get(until - System.nanoTime(), TimeUnit.NANOSECONDS);
            assertThat(said.orElse("Ceph does not answer")).containsPattern("Ceph does not (answer|give the lock)");
        }
    }

    /** Every second one is made once more, as the agent would make it, and the others are not wanted any more. */
    private void assertThatAllIsWell(int second) throws IOException {
        Repeated.untilItWorks(() -> assertThat(pool.disks()).isNotEmpty());
        for (Making making : makings) {
            if (makings.indexOf(making) % 2 == second) {
                Repeated.untilItWorks(making.change());
                assertThat(Arrays.copyOf(seen.bytes(making.id()), (int) SIZE)).isEqualTo(expected());
            } else {
                Repeated.untilItWorks(() -> pool.remove(making.id()));
                assertThat(pool.disk(making.id())).isEmpty();
            }
        }
        assertThat(pool.disks()).hasSize(1 + makings.size() / 2 + (makings.size() % 2) * (1 - second));
        assertThat(BoundedWait.waitUntil(this::onlyWhatIsNamedIsThere, BOUND))
                .as(() -> "images " + there() + " of which the index names " + named())
                .isTrue();
        for (Disk disk : pool.disks()) {
            assertThat(lockers(disk.id())).isEmpty();
            pool.remove(disk.id());
        }
        pool.removeSnapshot(snapshot);
        try (RbdPool next = RealCeph.pool(settings, KilledCephTest::fill, (object, content) -> "")) {
            assertThat(next.disks()).isEmpty();
            assertThat(there()).isEmpty();
        }
        assertThat(seen.hasNoBytesSoon()).isTrue();
    }

    private List<OtherClients.Locker> lockers(UUID disk) throws IOException {
        return new OtherClients(seen.io().getPointer(), seen.io().getPointer())
                .lockers("rbd_header." + seen.idOf(disk), "rbd_lock");
    }

    /** The agent itself removes what is left, each time that it looks what disks there are. */
    private boolean onlyWhatIsNamedIsThere() {
        assertThat(pool.disks()).isNotEmpty();
        return there().equals(named());
    }

    private Set<String> there() {
        try {
            Set<String> there = new HashSet<>(seen.images().names());
            there.addAll(seen.trash().halfRemoved());
            return there;
        } catch (IOException failure) {
            throw new IllegalStateException("The images cannot be listed", failure);
        }
    }

    private Set<String> named() {
        try {
            return seen.index().images();
        } catch (IOException failure) {
            throw new IllegalStateException("The index cannot be read", failure);
        }
    }

    private static DiskSource source() {
        return new DiskSource(UUID.randomUUID(), DiskFormat.RAW, "");
    }

    private static byte[] filled(int with) {
        byte[] bytes = new byte[64 << 10];
        Arrays.fill(bytes, (byte) with);
        return bytes;
    }

    private static byte[] expected() {
        byte[] all = new byte[(int) SIZE];
        System.arraycopy(FIRST, 0, all, 0, FIRST.length);
        System.arraycopy(SECOND, 0, all, (int) SECOND_AT, SECOND.length);
        return all;
    }

    private static long fill(DiskSource source, BytesTarget target, long sizeBytes) throws IOException {
        assertThat(source.format()).isEqualTo(DiskFormat.RAW);
        int first = target.write(ByteBuffer.wrap(FIRST), 0);
        int second = target.write(ByteBuffer.wrap(SECOND), SECOND_AT);
        return SECOND_AT + second + first - FIRST.length;
    }
}
