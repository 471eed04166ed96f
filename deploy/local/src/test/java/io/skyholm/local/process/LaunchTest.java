package io.skyholm.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaunchTest {

    private static final int KILLED = 137;

    private final Path folder;

    LaunchTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void whatIsKilledIsRunAgainButNotForEver() {
        Command ended = Command.run(launch("echo run; kill -KILL $$").againWhenKilled(2));

        assertThat(ended.exitCode()).isEqualTo(KILLED);
        assertThat(ended.output().lines().filter("run"::equals)).hasSize(3);
        assertThat(ended.output()).contains("killed more than 2 times");
    }

    @Test
    void anyOtherEndIsMeant() {
        Command ended = Command.run(launch("echo run; exit 3").againWhenKilled(2));

        assertThat(ended.exitCode()).isEqualTo(3);
        assertThat(ended.output()).isEqualToIgnoringNewLines("run");
    }

    @Test
    void whatACommandSaysIsToldAsItComes() {
        List<Boolean> seen = new ArrayList<>();
        Path gate = folder.resolve("gate");

        Command ended = Command.run(launch("echo one; while [ ! -e gate ]; do sleep 0.1; done; echo two"), line -> {
            seen.add(Files.exists(gate));
            write(gate);
        });

        assertThat(seen).containsExactly(false, true);
        assertThat(ended.output().lines()).containsExactly("one", "two");
    }

    private static void write(Path gate) {
        try {
            Files.writeString(gate, "");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Launch launch(String script) {
        return new Launch(List.of("sh", "-c", script), Map.of(), folder);
    }
}
