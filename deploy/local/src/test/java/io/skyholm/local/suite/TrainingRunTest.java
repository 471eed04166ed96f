package io.skyholm.local.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.local.home.Checkout;
import io.skyholm.local.home.DataDirectory;
import io.skyholm.local.home.Ports;
import io.skyholm.local.home.Site;
import io.skyholm.local.process.PidFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sleeping processes are the training and its parts. */
class TrainingRunTest {
    private final Path generated;
    private final DataDirectory data;
    private final TrainingRun training;
    private final List<Process> processes = new ArrayList<>();

    TrainingRunTest(@TempDir Path generated) {
        this.generated = generated;
        this.data = new DataDirectory(generated.resolve("training"));
        this.training = new TrainingRun(
                new Site(Checkout.find(), generated, new DataDirectory(generated.resolve("data")), Ports.free()));
    }

    @AfterEach
    void end() {
        processes.forEach(Process::destroyForcibly);
    }

    @Test
    void whereNoneRunsNoneIsEnded() {
        assertThat(training.end()).isFalse();
        assertThat(generated).isEmptyDirectory();
    }

    @Test
    void oneThatRunsIsEnded() throws IOException {
        Process run = process(training.pidFile());

        assertThat(training.end()).isTrue();

        assertThat(run.isAlive()).isFalse();
        assertThat(training.pidFile().file()).doesNotExist();
    }

    @Test
    void partsThatOneLeftWhenItWasKilledAreEndedAndTheirDataDeleted() throws IOException {
        Process left = process(new PidFile(data.create().pidFile("kafka")));

        assertThat(training.end()).isTrue();

        assertThat(left.isAlive()).isFalse();
        assertThat(data.root()).doesNotExist();
        assertThat(training.end()).isFalse();
    }

    @Test
    void oneThatAPersonWaitsForIsLeftAlone() throws IOException {
        Process part = process(new PidFile(data.create().pidFile("kafka")));
        try (FileChannel channel = FileChannel.open(
                        generated.resolve("training.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();

            assertThat(training.end()).isFalse();
        }
        assertThat(part.isAlive()).isTrue();
    }

    private Process process(PidFile file) throws IOException {
        Process process = new ProcessBuilder("sleep", "300").start();
        processes.add(process);
        file.write(process.toHandle());
        return process;
    }
}
