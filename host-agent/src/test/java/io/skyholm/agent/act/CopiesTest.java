package io.skyholm.agent.act;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.agent.attachment.DiskUse;
import io.skyholm.agent.disk.DiskDriver;
import io.skyholm.agent.hypervisor.HostSize;
import io.skyholm.agent.hypervisor.HypervisorProblem;
import io.skyholm.agent.pool.CheckNote;
import io.skyholm.agent.pool.Disk;
import io.skyholm.agent.pool.DiskPool;
import io.skyholm.agent.pool.luks.DiskKeys;
import io.skyholm.agent.simulated.FaultInjection;
import io.skyholm.agent.simulated.SimulatedHypervisor;
import io.skyholm.agent.snapshot.SnapshotDriver;
import io.skyholm.agent.testing.Unsealed;
import io.skyholm.events.host.DesiredDisk;
import io.skyholm.events.host.DesiredSnapshot;
import io.skyholm.events.host.DiskSource;
import io.skyholm.events.host.Observation;
import io.skyholm.events.host.ThingState;
import io.skyholm.events.storage.DiskFormat;
import io.skyholm.local.BoundedWait;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies of images take as long as they take, and nobody but the next copy waits for them. */
class CopiesTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int PLACES = 4;
    private static final int COPIES = 10;

    private final SlowPool pool = new SlowPool();
    private final List<Observation> told = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final Workers workers = new Workers(PLACES, timer, Duration.ofMinutes(2));
    private final HostLoop loop;

    CopiesTest(@TempDir Path folder) {
        SimulatedHypervisor hypervisor = new SimulatedHypervisor(
                new HostSize(8, 32, 500, 0, null), FaultInjection.none(), folder.resolve("hypervisor.jsonl"));
        CopySteps copies = new CopySteps(1);
        DiskUse use = new DiskUse(hypervisor, pool);
        this.loop = new HostLoop(
                List.of(new DiskDriver(pool, use, copies, Unsealed.OPENER), new SnapshotDriver(pool, use, copies)),
                workers,
                told::add);
    }

    @AfterEach
    void end() {
        workers.close();
        timer.shutdownNow();
    }

    @Test
    void otherStepsAndReportsGoOnWhileManyDisksAreCopied() {
        List<UUID> copies = Stream.generate(UUID::randomUUID).limit(COPIES).toList();
        copies.forEach(copy -> loop.desire(desired(copy, 1, true, source())));
        holds("two are copied at once", () -> pool.copying.get() == 2);

        UUID empty = UUID.randomUUID();
        loop.desire(desired(empty, 1, true, null));
        isSettled(empty, ThingState.RUNNING);
        CountDownLatch spoken = new CountDownLatch(1);
        workers.atOnce(spoken::countDown);
        holds("the host speaks", () -> spoken.getCount() == 0);

        loop.desire(desired(copies.getLast(), 2, false, null));
        isSettled(copies.getLast(), ThingState.ABSENT);
        assertThat(pool.copying).hasValue(2);

        pool.bytes.countDown();
        copies.subList(0, COPIES - 1).forEach(copy -> isSettled(copy, ThingState.RUNNING));
        assertThat(pool.most).hasValue(2);
    }

    @Test
    void snapshotsAndWhatIsMadeOfThemWaitForOtherCopiesToo() {
        UUID disk = UUID.randomUUID();
        loop.desire(desired(disk, 1, true, null));
        isSettled(disk, ThingState.RUNNING);
        List<UUID> snapshots = Stream.generate(UUID::randomUUID).limit(COPIES).toList();
        snapshots.forEach(snapshot -> loop.desire(new DesiredSnapshot(snapshot, 1, true, false, null, disk)));
        UUID clone = UUID.randomUUID();
        loop.desire(new DesiredDisk(clone, 1, true, false, null, 1, null, snapshots.getFirst()));
        loop.desire(new DesiredDisk(disk, 2, true, true, null, 1, null, snapshots.getFirst()));
        holds("two are copied at once", () -> pool.copying.get() == 2);
        pool.bytes.countDown();
        snapshots.forEach(snapshot -> isSettled(snapshot, ThingState.RUNNING));
        isSettled(clone, ThingState.RUNNING);
        assertThat(pool.most).hasValue(2);
    }

    @Test
    void anImageThatCanNeverBeCopiedIsReadOnceForEachDesiredState() {
        pool.broken = true;
        UUID disk = UUID.randomUUID();
        loop.desire(desired(disk, 1, true, source()));
        holds("it has failed", () -> told.stream().anyMatch(one -> one.state() == ThingState.FAILED));
        loop.lookAround();
        loop.lookAround();
        loop.desire(desired(disk, 2, true, source()));
        holds("the newer one has failed", () -> told.stream()
                .anyMatch(one -> one.state() == ThingState.FAILED && one.generation() == 2));
        assertThat(pool.copied).hasValue(2);
    }

    private void isSettled(UUID disk, ThingState state) {
        holds(disk + " is " + state, () -> told.stream()
                .anyMatch(one -> one.id().equals(disk) && one.settled() && one.state() == state));
    }

    private void holds(String what, BooleanSupplier condition) {
        assertThat(BoundedWait.waitUntil(condition, SOON))
                .as("%s, told so far: %s", what, told)
                .isTrue();
    }

    private static DesiredDisk desired(UUID id, long generation, boolean present, @Nullable DiskSource source) {
        return new DesiredDisk(id, generation, present, false, null, 1, source, null);
    }

    private static DiskSource source() {
        return new DiskSource(UUID.randomUUID(), DiskFormat.RAW, "0".repeat(64));
    }

    /** Copies nothing before it is let go. */
    private static final class SlowPool implements DiskPool {

        private final Map<UUID, Disk> disks = new ConcurrentHashMap<>();
        private final Map<UUID, Disk> snapshots = new ConcurrentHashMap<>();
        private final Map<UUID, Disk> exports = new ConcurrentHashMap<>();
        private final CountDownLatch bytes = new CountDownLatch(1);
        private final AtomicInteger copying = new AtomicInteger();
        private final AtomicInteger copied = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();
        private volatile boolean broken;

        @Override
        public List<Disk> disks() {
            return List.copyOf(disks.values());
        }

        @Override
        public Optional<Disk> disk(UUID id) {
            return Optional.ofNullable(disks.get(id));
        }

        @Override
        public void create(UUID id, long sizeBytes, @Nullable DiskSource source, @Nullable DiskKeys keys) {
            if (source != null) {
                copy();
            }
            disks.put(id, new Disk(id, sizeBytes, true));
        }

        @Override
        public void changeKey(UUID id, DiskKeys keys) {
            throw new HypervisorProblem("There is no encrypted disk " + id);
        }

        @Override
        public boolean isOpenedBy(UUID id, DiskKeys keys) {
            throw new HypervisorProblem("There is no encrypted disk " + id);
        }

        private void copy() {
            copied.incrementAndGet();
            if (broken) {
                throw HypervisorProblem.forGood("The image is damaged");
            }
            most.accumulateAndGet(copying.incrementAndGet(), Math::max);
            try {
                bytes.await();
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
                throw new HypervisorProblem("It was interrupted", ended);
            } finally {
                copying.decrementAndGet();
            }
        }

        @Override
        public void grow(UUID id, long sizeBytes) {
            disks.put(id, new Disk(id, sizeBytes, true));
        }

        @Override
        public void remove(UUID id) {
            disks.remove(id);
        }

        @Override
        public List<Disk> snapshots() {
            return List.copyOf(snapshots.values());
        }

        @Override
        public Optional<Disk> snapshot(UUID id) {
            return Optional.ofNullable(snapshots.get(id));
        }

        @Override
        public void takeSnapshot(UUID id, UUID disk) {
            copy();
            snapshots.put(id, new Disk(id, disk(disk).orElseThrow().sizeBytes(), true));
        }

        @Override
        public void removeSnapshot(UUID id) {
            snapshots.remove(id);
        }

        @Override
        public Optional<String> exportedSha256(UUID id) {
            return Optional.empty();
        }

        @Override
        public List<Disk> exports() {
            return List.copyOf(exports.values());
        }

        @Override
        public Optional<Disk> export(UUID id) {
            return Optional.ofNullable(exports.get(id));
        }

        @Override
        public void export(UUID id, UUID snapshot, UUID object) {
            copy();
            exports.put(id, new Disk(id, 0, true));
        }

        @Override
        public void exportDisk(UUID id, UUID disk, UUID object) {
            export(id, disk, object);
        }

        @Override
        public void forgetExport(UUID id) {
            exports.remove(id);
        }

        @Override
        public Set<UUID> checks() {
            return Set.of();
        }

        @Override
        public Optional<CheckNote> check(UUID id) {
            return Optional.empty();
        }

        @Override
        public void check(UUID id, long sizeBytes, boolean repair, long run) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void forgetCheck(UUID id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void createFrom(UUID snapshot, UUID id, long sizeBytes, @Nullable DiskKeys keys) {
            copy();
            disks.put(id, new Disk(id, sizeBytes, true));
        }

        @Override
        public void restoreFrom(UUID snapshot, UUID id, long sizeBytes, long generation) {
            copy();
            disks.put(id, new Disk(id, sizeBytes, true, generation));
        }
    }
}
