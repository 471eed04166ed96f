package io.skyholm.local.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.local.LaunchProblem;
import io.skyholm.local.home.DataDirectory;
import io.skyholm.local.home.Folders;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteLockTest {
    private final DataDirectory data;

    SuiteLockTest(@TempDir Path folder) {
        this.data = new DataDirectory(folder.resolve("data"));
    }

    @Test
    void whoStartsItIsKnownUntilTheStartIsOver() {
        assertThat(SuiteLock.starter(data)).isEmpty();
        SuiteLock.toStart(data).alone(() -> assertThat(SuiteLock.starter(data)).contains(ProcessHandle.current()));
        assertThat(SuiteLock.starter(data)).isEmpty();
        SuiteLock.toStart(data).close();
    }

    @Test
    void aSecondStartIsRefusedWithTheProcessOfTheFirst() {
        SuiteLock.toStart(data).alone(() -> assertThatThrownBy(() -> SuiteLock.toStart(data))
                .isInstanceOf(LaunchProblem.class)
                .hasMessageContainingAll(
                        "process " + ProcessHandle.current().pid() + " is starting it", "./skyholm down"));
    }

    @Test
    void aStopAsksTheStarterOnceAndDoesNotWaitForEver() {
        List<ProcessHandle> asked = new ArrayList<>();

        SuiteLock.toStart(data)
                .alone(() -> assertThatThrownBy(() -> SuiteLock.toStop(data, Duration.ofMillis(300), asked::add))
                        .hasMessageContaining("is starting it"));

        assertThat(asked).containsExactly(ProcessHandle.current());
    }

    @Test
    void nothingIsStartedWhileItIsStoppedEvenIfItsFolderGoes() {
        SuiteLock.toStop(data.create(), Duration.ZERO, _ -> {}).alone(() -> {
            Folders.delete(data.root());
            return assertThatThrownBy(() -> SuiteLock.toStart(data)).hasMessageContaining("it is being stopped");
        });
        SuiteLock.toStart(data).close();
    }
}
