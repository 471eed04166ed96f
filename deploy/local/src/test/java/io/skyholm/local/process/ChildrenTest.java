package io.skyholm.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.local.BoundedWait;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another JVM runs the command, so that it can be asked to end. */
class ChildrenTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Path folder;

    ChildrenTest(@TempDir Path folder) {
        this.folder = folder;
    }

    /** Runs a shell that starts a process of its own, and tells both numbers by a file. */
    static final class Parent {
        private Parent() {}

        public static void main(String[] folder) {
            String script = "sleep 300 & echo $$ $! > draft; mv draft pids; wait";
            Command.run(new Launch(List.of("sh", "-c", script), Map.of(), Path.of(folder[0])));
        }
    }

    @Test
    void aCommandEndsWithTheLauncherAndSoDoesWhatItStarted() throws IOException, InterruptedException {
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx32m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Parent.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(new File("/dev/null"))
                .start();
        Path pids = folder.resolve("pids");
        assertThat(BoundedWait.waitUntil(() -> Files.exists(pids), LIMIT)).isTrue();
        List<ProcessHandle> children = List.of(Files.readString(pids).strip().split(" ", -1)).stream()
                .map(pid -> ProcessHandle.of(Long.parseLong(pid)).orElseThrow())
                .toList();

        parent.destroy();
        parent.waitFor();

        assertThat(children).hasSize(2);
        assertThat(BoundedWait.waitUntil(() -> children.stream().noneMatch(ChildrenTest::lives), LIMIT))
                .isTrue();
    }

    /** One that nobody waits for any more stays as a zombie where process 1 collects none. */
    private static boolean lives(ProcessHandle process) {
        return ProcessMark.of(process).isPresent();
    }

    @Test
    void thisProcessIsNotEnding() {
        assertThat(Shutdown.hasBegun()).isFalse();
    }
}
