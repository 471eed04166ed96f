package io.skyholm.agent.pool.folder;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.agent.pool.DiskPool;
import io.skyholm.agent.pool.ObjectDraftFolder;
import io.skyholm.events.host.CheckOutcome;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that checks and repairs a disk is killed in the midst of it. */
class KilledCheckTest {

    private static final int KILLS = 4;
    private static final int MOST_LINES = 40;

    private final Path temporary;

    KilledCheckTest(@TempDir Path temporary) {
        this.temporary = temporary;
    }

    @Test
    void theNextAgentHasAWholeResultOrNoneAndComesToOneOfItsOwn() throws Exception {
        Path folder = temporary.resolve("disks");
        for (int kill = 0; kill < KILLS; kill++) {
            killInTheMidst(folder);
            DiskPool pool = Checker.pool(folder);
            assertThat(pool.check(Checker.DISK).stream().toList()).allSatisfy(note -> {
                assertThat(note.run()).isPositive();
                assertThat(note.result().outcome()).isNotEqualTo(CheckOutcome.DAMAGED);
            });
            pool.check(Checker.DISK, Checker.SIZE, true, 1_000_000);
            assertThat(pool.check(Checker.DISK).orElseThrow().run()).isEqualTo(1_000_000);
            pool.forgetCheck(Checker.DISK);
            pool.remove(Checker.DISK);
            assertThat(folder).isEmptyDirectory();
        }
    }

    private static void killInTheMidst(Path folder) throws IOException, InterruptedException {
        Process checker = new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Checker.class.getName(),
                        folder.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader output = checker.inputReader()) {
            int lines = ThreadLocalRandom.current().nextInt(1, MOST_LINES);
            for (int line = 0; line < lines; line++) {
                assertThat(output.readLine()).isNotNull();
            }
        } finally {
            assertThat(checker.destroyForcibly().waitFor()).isNotZero();
        }
    }

    /** Checks a disk that is too short at first, again and again, until it is killed. */
    static final class Checker {

        static final UUID DISK = new UUID(7, 7);
        static final long SIZE = 512 << 10;

        private Checker() {}

        public static void main(String[] arguments) {
            DiskPool pool = pool(Path.of(arguments[0]));
            for (long run = 1; ; run++) {
                pool.create(DISK, SIZE / 2, null);
                pool.check(DISK, SIZE, true, run);
                System.out.println("checked");
                pool.remove(DISK);
            }
        }

        static DiskPool pool(Path folder) {
            return new FolderPool(folder, (source, target, sizeBytes) -> 0, new ObjectDraftFolder(folder));
        }
    }
}
