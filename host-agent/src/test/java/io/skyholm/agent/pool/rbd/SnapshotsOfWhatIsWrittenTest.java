package io.skyholm.agent.pool.rbd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.agent.act.CopySteps;
import io.skyholm.agent.act.Step;
import io.skyholm.agent.attachment.DiskUse;
import io.skyholm.agent.hypervisor.HostSize;
import io.skyholm.agent.pool.ObjectDraftFolder;
import io.skyholm.agent.simulated.FaultInjection;
import io.skyholm.agent.simulated.SimulatedHypervisor;
import io.skyholm.agent.snapshot.SnapshotDriver;
import io.skyholm.agent.testing.DesiredThings;
import io.skyholm.events.host.DesiredSnapshot;
import io.skyholm.events.host.DesiredVm;
import io.skyholm.local.BoundedWait;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Snapshots of a disk that another client of Ceph has open, and writes to all the while. */
@EnabledIfSystemProperty(named = RealCeph.WANTED, matches = "true")
class SnapshotsOfWhatIsWrittenTest {

    private static final int SIZE = 24 << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Places in objects of their own, which are written to in this order. */
    private static final List<Integer> PLACES = List.of(0, 9 << 20, 18 << 20);

    private final UUID disk = UUID.randomUUID();
    private final DesiredVm machine = DesiredThings.machine("web");
    private final CephSettings settings = RealCeph.fresh();
    private final RealCeph.Seen seen = RealCeph.seen(settings);
    private final RealCeph.Seen writer = RealCeph.seen(settings);
    private final AtomicBoolean isWriting = new AtomicBoolean(true);
    private final AtomicLong written = new AtomicLong();
    private final RbdPool pool;
    private final SnapshotDriver driver;

    SnapshotsOfWhatIsWrittenTest(@TempDir Path folder) throws IOException {
        this.pool = RealCeph.pool(settings, (source, target, sizeBytes) -> 0, new ObjectDraftFolder(folder));
        SimulatedHypervisor hypervisor = new SimulatedHypervisor(
                new HostSize(8, 32, 500, 0, null), FaultInjection.none(), folder.resolve("hypervisor.jsonl"));
        DiskUse use = new DiskUse(hypervisor, pool);
        this.driver = new SnapshotDriver(pool, use, new CopySteps(1));
        pool.create(disk, SIZE, null);
        hypervisor.define(machine);
        use.attach(DesiredThings.attachment(disk, machine));
    }

    @AfterEach
    void close() {
        pool.close();
        writer.close();
        seen.close();
    }

    /** Each write is one larger than the one before it, so that bytes of two moments would show. */
    @Test
    void eachHasTheBytesOfOneMomentAndNobodyIsHeldUp() throws IOException {
        CompletableFuture<Void> writing = CompletableFuture.runAsync(this::write);
        List<UUID> snapshots = Stream.generate(UUID::randomUUID).limit(8).toList();
        for (UUID snapshot : snapshots) {
            long before = written.get();
            assertThat(BoundedWait.waitUntil(() -> written.get() > before + 10, PATIENCE))
                    .isTrue();
            take(snapshot, true);
        }
        isWriting.set(false);
        assertThat(writing).as("the writer keeps its disk").succeedsWithin(PATIENCE);
        long last = -1;
        for (UUID snapshot : snapshots) {
            List<Long> found = numbersIn(seen.bytesOfSnapshot(snapshot));
            assertThat(found).isSortedAccordingTo((one, other) -> Long.compare(other, one));
            assertThat(found.getFirst() - found.getLast()).isBetween(0L, 1L);
            assertThat(found.getLast()).isGreaterThan(last);
            last = found.getFirst();
        }
        assertThat(numbersIn(seen.bytes(disk))).containsOnly(written.get());
    }

    @Test
    void oneOfADiskThatIsToBeAtRestWaitsForWhoeverMayWriteToIt() {
        UUID snapshot = UUID.randomUUID();
        assertThatThrownBy(() -> take(snapshot, null)).hasMessageContaining("is still attached to machine");
        assertThat(pool.snapshots()).isEmpty();
    }

    @Test
    void aDiskIsMadeOfOneWhileTheOtherIsWrittenToAndTheSnapshotGoes() throws IOException {
        CompletableFuture<Void> writing = CompletableFuture.runAsync(this::write);
        UUID snapshot = UUID.randomUUID();
        assertThat(BoundedWait.waitUntil(() -> written.get() > 10, PATIENCE)).isTrue();
        take(snapshot, true);
        byte[] kept = seen.bytesOfSnapshot(snapshot);
        UUID other = UUID.randomUUID();
        pool.createFrom(snapshot, other, SIZE);
        pool.removeSnapshot(snapshot);
        isWriting.set(false);
        assertThat(writing).succeedsWithin(PATIENCE);
        assertThat(pool.snapshots()).isEmpty();
        assertThat(seen.bytes(other)).isEqualTo(kept);
    }

    private void take(UUID snapshot, @Nullable Boolean isWritten) {
        Step step = driver.next(new DesiredSnapshot(snapshot, 1, true, false, null, disk, isWritten))
                .orElseThrow();
        step.work().run();
    }

    /** As a guest does that has its disk open for good. */
    private void write() {
        try {
            writer.images().open(writer.imageOf(disk), image -> {
                while (isWriting.get()) {
                    byte[] next = number(written.get() + 1);
                    for (int place : PLACES) {
                        image.write(next, place, next.length);
                    }
                    written.incrementAndGet();
                }
                return disk;
            });
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static byte[] number(long value) {
        return ByteBuffer.allocate(512).putLong(value).array();
    }

    private static List<Long> numbersIn(byte[] bytes) {
        return PLACES.stream()
                .map(place -> ByteBuffer.wrap(Arrays.copyOfRange(bytes, place, place + Long.BYTES))
                        .getLong())
                .toList();
    }
}
