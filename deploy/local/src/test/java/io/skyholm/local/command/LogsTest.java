package io.skyholm.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.local.home.DataDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogsTest {
    @Test
    void allThatHaveALogAreListed(@TempDir Path folder) throws IOException {
        DataDirectory data = new DataDirectory(folder.resolve("data"));
        assertThat(Logs.parts(data)).isEmpty();
        data.create();
        for (String file : new String[] {"kafka.log", "build.log", "kafka.log.1"}) {
            Files.writeString(folder.resolve("data/logs").resolve(file), "");
        }

        assertThat(Logs.parts(data)).containsExactly("build", "kafka");
    }
}
