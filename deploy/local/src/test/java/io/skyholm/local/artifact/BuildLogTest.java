package io.skyholm.local.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.local.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildLogTest {
    private final List<String> said = new ArrayList<>();
    private final Path file;

    BuildLogTest(@TempDir Path folder) {
        this.file = folder.resolve("build.log");
    }

    @Test
    void theLogIsThereAsTheBuildGoesOn() throws IOException {
        Files.writeString(file, "of the build before");
        try (BuildLog log = new BuildLog(file, progress())) {
            log.accept("[INFO] Scanning for projects...");
            assertThat(file).content().isEqualToIgnoringNewLines("[INFO] Scanning for projects...");
            log.accept("[INFO] more");
            assertThat(file).content().contains("more");
        }
    }

    @Test
    void aPersonIsToldWhichModuleItHasComeTo() {
        try (BuildLog log = new BuildLog(file, progress())) {
            log.accept("[INFO] Building jar: /a/b.jar");
            log.accept("[INFO] Building Skyholm launcher, as it is 0.1.0-SNAPSHOT            [4/16]");
            log.accept("[INFO] Building Skyholm 0.1.0-SNAPSHOT   [16/16]");
        }

        assertThat(said)
                .containsExactly(
                        "build: module 4 of 16: Skyholm launcher, as it is", "build: module 16 of 16: Skyholm");
    }

    private Progress progress() {
        return new Progress() {
            @Override
            public void say(String part, String what) {
                said.add(part + ": " + what);
            }

            @Override
            public void done(String part, String what, Duration took) {
                said.add(part + " done");
            }
        };
    }
}
