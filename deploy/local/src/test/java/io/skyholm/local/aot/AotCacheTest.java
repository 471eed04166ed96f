package io.skyholm.local.aot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AotCacheTest {
    private final Path folder;

    private final Path jar;

    AotCacheTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.jar = Files.writeString(folder.resolve("a.jar"), "one");
    }

    @Test
    void theSameProgramHasTheSameKeyWhateverItIsTold() {
        assertThat(key(program("-Xmx64m").with("--port", "1"))).isEqualTo(key(program("-Xmx64m")));
    }

    @Test
    void otherJarsAndOtherOptionsHaveAnotherKey() throws IOException {
        String first = key(program("-Xmx64m"));
        String otherOption = key(program("-Xmx128m"));
        Files.writeString(jar, "another");

        assertThat(List.of(first, otherOption, key(program("-Xmx64m")))).doesNotHaveDuplicates();
    }

    @Test
    void aProgramWithoutACacheLearnsForOne() {
        AotCache cache = cache();

        assertThat(cache.flags()).contains("-XX:AOTMode=record", "-XX:AOTConfiguration=" + cache.lesson());
        assertThat(cache.command()).content().contains("-XX:AOTMode=create", "-Xmx64m");
    }

    @Test
    void aCacheIsUsed() throws IOException {
        Files.writeString(cache().cache(), "");

        assertThat(cache().flags()).contains("-XX:AOTCache=" + cache().cache());
    }

    @Test
    void nothingIsLearnedTwiceAndNothingThatLedNowhere() throws IOException {
        Files.writeString(cache().lesson(), "");
        assertThat(cache().flags()).isEmpty();

        Files.move(cache().lesson(), folder.resolve(cache().key() + ".refused"));
        assertThat(cache().flags()).isEmpty();
    }

    private AotCache cache() {
        return AotCache.of(program("-Xmx64m"), folder);
    }

    private String key(JavaProgram program) {
        return AotCache.of(program, folder).key();
    }

    private JavaProgram program(String option) {
        return JavaProgram.ofClassPath("part", List.of(option), List.of(jar), "Main");
    }
}
