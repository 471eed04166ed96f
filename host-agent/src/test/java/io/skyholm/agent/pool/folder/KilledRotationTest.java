package io.skyholm.agent.pool.folder;

import static io.skyholm.agent.pool.DiskPoolContract.keys;
import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.agent.pool.DiskPool;
import io.skyholm.agent.pool.ImageFolder;
import io.skyholm.agent.pool.ObjectDraftFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An agent that is killed while it changes the key of a disk leaves one that the former or the new key opens. */
class KilledRotationTest {

    private static final int KILLS = 8;
    private static final int MOST_CHANGES = 20;
    private static final long LONGEST_MICROS = 20_000;

    private final Path temporary;

    KilledRotationTest(@TempDir Path temporary) {
        this.temporary = temporary;
    }

    @Test
    void theNextAgentChangesItToTheEnd() throws Exception {
        for (int kill = 0; kill < KILLS; kill++) {
            Path folder = temporary.resolve("disks-" + kill);
            int last = killWhileItChanges(folder);
            DiskPool pool = Changer.pool(folder);
            assertThat(List.of(
                            pool.isOpenedBy(Changer.DISK, keys(last)), pool.isOpenedBy(Changer.DISK, keys(last - 1))))
                    .as("one of the keys %d and %d opens it", last - 1, last)
                    .containsOnlyOnce(true);
            pool.changeKey(Changer.DISK, keys(last, last - 1));
            assertThat(pool.isOpenedBy(Changer.DISK, keys(last))).isTrue();
            assertThat(pool.isOpenedBy(Changer.DISK, keys(last - 1))).isFalse();
            assertThat(pool.disk(Changer.DISK).orElseThrow().keyVersion()).isEqualTo(last);
        }
    }

    /** Gives the version of the key that it had begun to change to. */
    private static int killWhileItChanges(Path folder) throws IOException, InterruptedException {
        Process changer = new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Changer.class.getName(),
                        folder.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader output = changer.inputReader()) {
            int last = 0;
            int lines = ThreadLocalRandom.current().nextInt(1, MOST_CHANGES);
            for (int line = 0; line < lines; line++) {
                last = Integer.parseInt(output.readLine());
            }
            boolean ended =
                    changer.waitFor(ThreadLocalRandom.current().nextLong(LONGEST_MICROS), TimeUnit.MICROSECONDS);
            assertThat(ended).isFalse();
            // The process itself would close what it has still to say.
            assertThat(changer.toHandle().destroyForcibly()).isTrue();
            for (String more = output.readLine(); more != null; more = output.readLine()) {
                last = Integer.parseInt(more);
            }
            return last;
        } finally {
            changer.destroyForcibly().waitFor();
        }
    }

    /** Changes the key of a disk again and again; says to which before it does. */
    static final class Changer {

        static final UUID DISK = new UUID(7, 1);

        private Changer() {}

        static DiskPool pool(Path folder) {
            return new FolderPool(folder, new ImageFolder(folder), new ObjectDraftFolder(folder));
        }

        public static void main(String[] arguments) {
            DiskPool pool = pool(Path.of(arguments[0]));
            pool.create(DISK, 1 << 20, null, keys(1));
            for (int version = 2; ; version++) {
                System.out.println(version);
                pool.changeKey(DISK, keys(version, version - 1));
            }
        }
    }
}
