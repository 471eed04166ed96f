package io.skyholm.agent.pool.folder;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.agent.pool.BytesTarget;
import io.skyholm.agent.pool.Disk;
import io.skyholm.agent.pool.DiskPool;
import io.skyholm.agent.pool.ObjectDraftFolder;
import io.skyholm.events.host.DiskSource;
import io.skyholm.events.storage.DiskFormat;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that makes, grows and removes disks is killed in the midst of it. */
class KilledPoolTest {

    private static final int KILLS = 4;
    private static final int MOST_LINES = 60;

    private final Path temporary;

    KilledPoolTest(@TempDir Path temporary) {
        this.temporary = temporary;
    }

    @Test
    void everyDiskIsWholeAsItWasOrShowsThatItIsNotAndTheNextAgentGoesOn() throws Exception {
        Path folder = temporary.resolve("disks");
        for (int kill = 0; kill < KILLS; kill++) {
            killInTheMidst(folder);
            DiskPool pool = new FolderPool(folder, Maker::fill, new ObjectDraftFolder(folder));
            for (Disk disk : pool.disks()) {
                assertThat(
                                disk.whole()
                                        ? isOneOfItsSizes(disk) && isFilled(folder, disk)
                                        : Files.notExists(folder.resolve(disk.id() + ".raw")))
                        .as("%s", disk)
                        .isTrue();
            }
            Maker.ids().forEach(pool::remove);
            assertThat(folder).isEmptyDirectory();
        }
    }

    private static void killInTheMidst(Path folder) throws IOException, InterruptedException {
        Process maker = new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Maker.class.getName(),
                        folder.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader output = maker.inputReader()) {
            int lines = ThreadLocalRandom.current().nextInt(1, MOST_LINES);
            for (int line = 0; line < lines; line++) {
                assertThat(output.readLine()).isNotNull();
            }
        } finally {
            maker.destroyForcibly().waitFor();
        }
    }

    private static boolean isOneOfItsSizes(Disk disk) {
        return disk.sizeBytes() == Maker.SIZE || disk.sizeBytes() == 2 * Maker.SIZE;
    }

    private static boolean isFilled(Path folder, Disk disk) throws IOException {
        byte[] bytes = Files.readAllBytes(folder.resolve(disk.id() + ".raw"));
        return LongStream.range(0, Maker.FILLED).allMatch(at -> bytes[(int) at] == 7);
    }

    /** Walks a few disks through their lives until it is killed. */
    static final class Maker {

        static final long SIZE = 256 << 10;
        static final int FILLED = 128 << 10;

        private static final DiskSource SOURCE = new DiskSource(new UUID(7, 7), DiskFormat.RAW, "");

        private Maker() {}

        public static void main(String[] arguments) {
            DiskPool pool =
                    new FolderPool(Path.of(arguments[0]), Maker::fill, new ObjectDraftFolder(Path.of(arguments[0])));
            while (true) {
                for (UUID id : ids()) {
                    pool.create(id, SIZE, SOURCE);
                    System.out.println("created");
                    pool.grow(id, 2 * SIZE);
                    System.out.println("grown");
                }
                for (UUID id : ids()) {
                    pool.remove(id);
                    System.out.println("removed");
                }
            }
        }

        static long fill(DiskSource source, BytesTarget target, long sizeBytes) throws IOException {
            byte[] bytes = new byte[FILLED];
            Arrays.fill(bytes, (byte) 7);
            return target.write(ByteBuffer.wrap(bytes), 0);
        }

        static List<UUID> ids() {
            return LongStream.range(0, 5)
                    .mapToObj(number -> new UUID(7, number))
                    .toList();
        }
    }
}
