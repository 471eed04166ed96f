package io.skyholm.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileTest {
    private final Path folder;

    private final PidFile file;

    PidFileTest(@TempDir Path folder) {
        this.folder = folder;
        this.file = new PidFile(folder.resolve("run/part.pid"));
    }

    @Test
    void withoutAFileNothingRunsAndNothingIsStale() {
        assertThat(file.living()).isEmpty();
        assertThat(file.isStale()).isFalse();
    }

    @Test
    void aRunningProcessIsFoundAgain() {
        file.write(ProcessHandle.current());

        assertThat(file.living()).contains(ProcessHandle.current());
        assertThat(file.isStale()).isFalse();
    }

    @Test
    void aProcessThatEndedLeavesAStaleFile() throws IOException, InterruptedException {
        Process process = new ProcessBuilder("sleep", "60").start();
        file.write(process.toHandle());
        process.destroyForcibly().waitFor();

        assertThat(file.living()).isEmpty();
        assertThat(file.isStale()).isTrue();
    }

    @Test
    void aFileCutShortByACrashIsStale() throws IOException {
        Files.createDirectories(folder.resolve("run"));
        Files.writeString(file.file(), "12");

        assertThat(file.isStale()).isTrue();
    }

    @Test
    void aFileIsTakenOverUnlessSomebodyDeletedIt() throws IOException, InterruptedException {
        Process process = new ProcessBuilder("sleep", "60").start();
        file.write(process.toHandle());
        assertThat(file.takeOver(ProcessHandle.current())).isTrue();
        assertThat(file.names(ProcessHandle.current())).isTrue();
        assertThat(file.names(process.toHandle())).isFalse();

        file.delete();
        assertThat(file.takeOver(process.toHandle())).isFalse();
        assertThat(file.living()).isEmpty();
        process.destroyForcibly().waitFor();
    }
}
