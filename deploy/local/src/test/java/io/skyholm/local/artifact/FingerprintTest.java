package io.skyholm.local.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintTest {
    private final Path root;

    FingerprintTest(@TempDir Path root) {
        this.root = root;
    }

    @BeforeEach
    void sources() throws IOException {
        Files.createDirectories(root.resolve("src/deep"));
        Files.writeString(root.resolve("src/deep/A.java"), "class A {}");
        Files.writeString(root.resolve("pom.xml"), "<project/>");
    }

    @Test
    void theSameSourcesAreTheSameWhateverTheirTime() throws IOException {
        String before = state();
        Files.setLastModifiedTime(root.resolve("pom.xml"), FileTime.fromMillis(1));

        assertThat(state()).isEqualTo(before);
    }

    @Test
    void anotherContentOrNameOrFileIsAnotherState() throws IOException {
        String first = state();
        Files.writeString(root.resolve("src/deep/A.java"), "class B {}");
        String second = state();
        Files.move(root.resolve("src/deep/A.java"), root.resolve("src/deep/B.java"));
        String third = state();
        Files.writeString(root.resolve("src/C.java"), "");

        assertThat(List.of(first, second, third, state())).doesNotHaveDuplicates();
    }

    private String state() {
        return Fingerprint.of(root, List.of("pom.xml", "src", "not-there"));
    }
}
