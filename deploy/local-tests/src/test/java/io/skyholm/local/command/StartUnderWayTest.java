package io.skyholm.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.local.BoundedWait;
import io.skyholm.local.home.DataDirectory;
import io.skyholm.local.home.Ports;
import io.skyholm.local.process.Command;
import io.skyholm.local.process.PidFile;
import io.skyholm.local.suite.SuiteLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another process starts the suite, and is as slow about it as a first build. */
class StartUnderWayTest {
    private final Path generated;
    private final DataDirectory data;
    private final LauncherCalls launcher;
    private final Process starter;

    StartUnderWayTest(@TempDir Path generated) throws IOException {
        this.generated = generated;
        this.data = new DataDirectory(generated.resolve("data"));
        this.launcher = new LauncherCalls(generated, Ports.free());
        this.starter = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx32m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SlowStart.class.getName(),
                        data.root().toString())
                .start();
    }

    static final class SlowStart {
        private static final Duration LONG = Duration.ofMinutes(5);

        private SlowStart() {}

        public static void main(String[] root) {
            SuiteLock.toStart(new DataDirectory(Path.of(root[0]))).alone(() -> {
                System.out.println("starting");
                BoundedWait.pause(LONG);
                return true;
            });
        }
    }

    @BeforeEach
    void untilItHasBegun() throws IOException {
        assertThat(starter.inputReader().readLine()).startsWith("starting");
    }

    @AfterEach
    void end() {
        starter.destroyForcibly();
    }

    @Test
    void aSecondStartIsRefused() {
        Command second = launcher.call("up", "--detach", "postgres");

        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(second.output()).contains("process " + starter.pid() + " is starting it", "./skyholm down");
        assertThat(new PidFile(data.pidFile("postgres")).living()).isEmpty();
        assertThat(starter.isAlive()).isTrue();
    }

    @Test
    void statusAndTokenTellOfIt() {
        Command status = launcher.call("status");

        assertThat(status.exitCode()).isEqualTo(4);
        assertThat(status.output()).contains("Being started by process " + starter.pid());
        assertThat(launcher.call("token", "admin").output()).contains("process " + starter.pid() + " is starting it");
    }

    @Test
    void downEndsItAndTrainsNothing() throws IOException {
        cacheIsMissing();

        Command down = launcher.call("down");

        assertThat(down.exitCode()).isZero();
        assertThat(down.output())
                .contains("Ending the start that process " + starter.pid())
                .doesNotContain("second suite");
        assertThat(starter.isAlive()).isFalse();
        assertThat(launcher.call("down").output()).isEqualToIgnoringNewLines("Nothing runs.");
        assertThat(generated.resolve("assemble.pid")).doesNotExist();
        assertThat(launcher.call("status").exitCode()).isEqualTo(3);
    }

    @Test
    void aTrainingIsShownAndEnded() throws IOException, InterruptedException {
        starter.destroyForcibly().waitFor();
        Process training = new ProcessBuilder("sleep", "300").start();
        new PidFile(generated.resolve("assemble.pid")).write(training.toHandle());

        assertThat(launcher.call("status").output())
                .contains("makes caches for faster starts: process " + training.pid());
        assertThat(launcher.call("down").output()).contains("Ended the second suite");

        assertThat(training.isAlive()).isFalse();
    }

    /** As if Kafka had been started without one. */
    private void cacheIsMissing() throws IOException {
        Path caches = Files.createDirectories(generated.resolve("caches/small"));
        Files.writeString(caches.resolve("kafka-0123456789abcdef.command"), "");
    }
}
