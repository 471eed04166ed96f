package io.skyholm.agent.pool.folder;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.agent.pool.DiskPool;
import io.skyholm.agent.pool.ObjectDraftFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that rolls a disk back is killed in the midst of it. */
class KilledRollbackTest {

    private static final int KILLS = 6;
    private static final int MOST_LINES = 6;
    private static final long LONGEST_MICROS = 20_000;

    private final Path folder;

    KilledRollbackTest(@TempDir Path temporary) {
        this.folder = temporary.resolve("disks");
    }

    @Test
    void theDiskHasTheBytesOfOneSnapshotOrTheOtherAndNeverOfBoth() throws Exception {
        DiskPool pool = Roller.pool(folder);
        for (int snapshot = 0; snapshot < 2; snapshot++) {
            pool.create(Roller.DISK, Roller.SIZE, null);
            byte[] bytes = new byte[Roller.SIZE];
            Arrays.fill(bytes, (byte) (snapshot + 1));
            Files.write(folder.resolve(Roller.DISK + ".raw"), bytes);
            pool.takeSnapshot(Roller.SNAPSHOTS.get(snapshot), Roller.DISK);
        }
        for (int kill = 0; kill < KILLS; kill++) {
            killInTheMidst(1 + 1_000L * kill);
            byte[] bytes = Files.readAllBytes(folder.resolve(Roller.DISK + ".raw"));
            byte[] whole = new byte[Roller.SIZE];
            Arrays.fill(whole, bytes[0]);
            assertThat(bytes[0]).isBetween((byte) 1, (byte) 2);
            assertThat(Arrays.equals(bytes, whole)).as("all bytes are alike").isTrue();
            long by = pool.disk(Roller.DISK).orElseThrow().restoredAt();
            assertThat(Roller.valueOf(by)).as("the bytes by generation " + by).isEqualTo(bytes[0]);
        }
        pool.remove(Roller.DISK);
        Roller.SNAPSHOTS.forEach(pool::removeSnapshot);
        assertThat(folder).isEmptyDirectory();
    }

    private void killInTheMidst(long first) throws IOException, InterruptedException {
        Process roller = new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Roller.class.getName(),
                        folder.toString(),
                        Long.toString(first)))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader output = roller.inputReader()) {
            int lines = ThreadLocalRandom.current().nextInt(1, MOST_LINES);
            for (int line = 0; line < lines; line++) {
                assertThat(output.readLine()).isNotNull();
            }
            boolean ended = roller.waitFor(ThreadLocalRandom.current().nextLong(LONGEST_MICROS), TimeUnit.MICROSECONDS);
            assertThat(ended).isFalse();
        } finally {
            roller.destroyForcibly().waitFor();
        }
    }

    /** Rolls a disk back to one snapshot and to another until it is killed. */
    static final class Roller {

        static final int SIZE = 8 << 20;
        static final UUID DISK = new UUID(7, 0);
        static final List<UUID> SNAPSHOTS = List.of(new UUID(7, 1), new UUID(7, 2));

        private Roller() {}

        public static void main(String[] arguments) {
            DiskPool pool = pool(Path.of(arguments[0]));
            for (long generation = Long.parseLong(arguments[1]); ; generation++) {
                pool.restoreFrom(SNAPSHOTS.get((int) (generation % 2)), DISK, SIZE, generation);
                System.out.println("rolled back");
            }
        }

        /** What the bytes are that generation gives the disk. */
        static byte valueOf(long generation) {
            return (byte) (generation % 2 + 1);
        }

        static DiskPool pool(Path folder) {
            return new FolderPool(
                    folder,
                    (source, target, sizeBytes) -> {
                        throw new IOException("there are no images");
                    },
                    new ObjectDraftFolder(folder));
        }
    }
}
