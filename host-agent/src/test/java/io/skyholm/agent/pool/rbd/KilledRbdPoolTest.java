package io.skyholm.agent.pool.rbd;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.agent.hypervisor.HypervisorProblem;
import io.skyholm.agent.pool.BytesTarget;
import io.skyholm.agent.pool.Disk;
import io.skyholm.agent.pool.ObjectDraftFolder;
import io.skyholm.agent.testing.Repeated;
import io.skyholm.events.host.DiskSource;
import io.skyholm.events.storage.DiskFormat;
import io.skyholm.local.BoundedWait;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** A process that walks disks through their lives is killed in the midst of each step. */
@EnabledIfSystemProperty(named = RealCeph.WANTED, matches = "true")
class KilledRbdPoolTest {

    private static final int KILLS = 9;
    private static final long OBJECTS = 300;
    private static final long OBJECT_BYTES = 4 << 20;
    private static final long LONGEST_MICROS = 60_000;

    private final CephSettings settings = RealCeph.fresh();
    private final Path store;

    KilledRbdPoolTest(@TempDir Path store) {
        this.store = store;
    }

    @Test
    void everyDiskIsWholeAsItWasOrAsItShouldBecomeAndNothingIsLeft() throws Exception {
        try (RealCeph.Seen seen = RealCeph.seen(settings)) {
            for (int kill = 0; kill < KILLS; kill++) {
                killInTheMidst(kill + 1);
                try (RbdPool pool = RealCeph.pool(settings, Walker::fill, new ObjectDraftFolder(store))) {
                    for (Disk disk : pool.disks()) {
                        if (disk.whole()) {
                            byte[] bytes = Arrays.copyOf(seen.bytes(disk.id()), Walker.FILLED);
                            assertThat(bytes[0]).isBetween((byte) 7, (byte) 8);
                            assertThat(bytes).containsOnly(bytes[0]);
                            assertThat(disk.sizeBytes()).isBetween(Walker.SIZE, 2 * Walker.SIZE);
                        }
                    }
                    for (Disk export : pool.exports()) {
                        if (export.whole()) {
                            assertThat(draft(export.id()))
                                    .hasBinaryContent(Arrays.copyOf(filled(), (int) export.sizeBytes()));
                        }
                        pool.forgetExport(export.id());
                    }
                    for (UUID id : Walker.IDS) {
                        // The killed one may be seen to have an image open for a moment.
                        Repeated.untilItWorks(() -> pool.remove(id));
                        Repeated.untilItWorks(() -> pool.removeSnapshot(id));
                    }
                    assertThat(pool.disks()).isEmpty();
                    assertThat(pool.snapshots()).isEmpty();
                    assertThat(pool.exports()).isEmpty();
                }
                Repeated.untilItWorks(() -> sweep(seen));
                assertThat(seen.hasNoBytesSoon()).isTrue();
            }
        }
    }

    /** What the killed one still seemed to have open goes when another agent comes. */
    private void sweep(RealCeph.Seen seen) {
        try (RbdPool next = RealCeph.pool(settings, Walker::fill, new ObjectDraftFolder(store))) {
            assertThat(next.disks()).isEmpty();
            if (!seen.images().names().isEmpty()) {
                throw new HypervisorProblem("Images are left: " + seen.images().names());
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Path draft(UUID object) {
        return store.resolve("receiving").resolve(object.toString()).resolve("export");
    }

    private static byte[] filled() {
        byte[] bytes = new byte[Walker.FILLED];
        Arrays.fill(bytes, (byte) 7);
        return bytes;
    }

    /** RBD lists no image that is being removed, and waits for whoever was killed over it. */
    @Test
    void whatNobodyNamesAndWasBeingRemovedGoesForGood() throws Exception {
        try (RealCeph.Seen seen = RealCeph.seen(settings)) {
            String image = Names.ofDisk(new UUID(7, 3));
            seen.images().create(image, OBJECTS * OBJECT_BYTES);
            String ignored = seen.images().open(image, open -> {
                for (long object = 0; object < OBJECTS; object++) {
                    open.write(new byte[] {1}, object * OBJECT_BYTES, 1);
                }
                return image;
            });
            killWhileItRemoves(image, seen.trash());
            assertThat(seen.trash().halfRemoved()).containsExactly(image);
            try (RbdPool pool = RealCeph.pool(settings, Walker::fill, new ObjectDraftFolder(store))) {
                assertThat(BoundedWait.waitUntil(() -> isGone(pool, seen), Duration.ofSeconds(60)))
                        .isTrue();
            }
            assertThat(seen.hasNoBytesSoon()).isTrue();
        }
    }

    private void killWhileItRemoves(String image, RbdTrash trash) throws IOException, InterruptedException {
        Process remover = new ProcessBuilder(List.of(
                        "rbd",
                        "rm",
                        "--no-progress",
                        "-c",
                        RealCeph.folder().resolve("ceph.conf").toString(),
                        RealCeph.POOL + "/" + settings.namespace() + "/" + image))
                .redirectErrorStream(true)
                .start();
        try {
            while (remover.isAlive() && trash.halfRemoved().isEmpty()) {
                Thread.onSpinWait();
            }
        } finally {
            remover.destroyForcibly().waitFor();
        }
    }

    private static boolean isGone(RbdPool pool, RealCeph.Seen seen) {
        try {
            return pool.disks().isEmpty() && seen.trash().halfRemoved().isEmpty();
        } catch (IOException failure) {
            throw new IllegalStateException("The trash cannot be read", failure);
        }
    }

    private void killInTheMidst(int lines) throws IOException, InterruptedException {
        Process walker = new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Walker.class.getName(),
                        settings.monitors().getFirst(),
                        settings.key(),
                        settings.pool(),
                        settings.namespace(),
                        store.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader output = walker.inputReader()) {
            for (int line = 0; line < lines; line++) {
                assertThat(output.readLine()).isNotNull();
            }
            boolean ended = walker.waitFor(ThreadLocalRandom.current().nextLong(LONGEST_MICROS), TimeUnit.MICROSECONDS);
            assertThat(ended).isFalse();
        } finally {
            walker.destroyForcibly().waitFor();
        }
    }

    /** A line is said before each step, so that whoever has read it kills within that one. */
    static final class Walker {

        static final long SIZE = 6 << 20;
        static final int FILLED = 5 << 20;
        static final List<UUID> IDS = List.of(new UUID(7, 1), new UUID(7, 2));

        private static final DiskSource SOURCE = new DiskSource(new UUID(7, 7), DiskFormat.RAW, "");

        private Walker() {}

        public static void main(String[] arguments) throws IOException {
            CephSettings settings =
                    new CephSettings(List.of(arguments[0]), arguments[1], "admin", arguments[2], arguments[3]);
            RbdPool pool = new RbdPool(
                    settings.namespace(),
                    Duration.ofSeconds(20),
                    Walker::fill,
                    new ObjectDraftFolder(Path.of(arguments[4])));
            pool.connect(IDS.getFirst(), settings);
            UUID disk = IDS.getFirst();
            UUID other = IDS.getLast();
            for (long generation = 1; ; generation++) {
                say("create");
                pool.create(disk, SIZE, SOURCE);
                say("snapshot");
                pool.takeSnapshot(disk, disk);
                say("leave with the store");
                pool.export(disk, disk, disk);
                pool.forgetExport(disk);
                say("grow");
                pool.grow(disk, 2 * SIZE);
                say("roll back");
                pool.restoreFrom(disk, disk, 2 * SIZE, generation);
                say("clone");
                pool.createFrom(disk, other, 2 * SIZE);
                say("remove the snapshot");
                pool.removeSnapshot(disk);
                say("remove");
                pool.remove(disk);
                pool.remove(other);
            }
        }

        private static void say(String step) {
            System.out.println(step);
        }

        static long fill(DiskSource source, BytesTarget target, long sizeBytes) throws IOException {
            return target.write(ByteBuffer.wrap(filled()), 0);
        }
    }
}
