package io.skyholm.local.aot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
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
        assertThat(key(program("-Xss1m").with("--port", "1"))).isEqualTo(key(program("-Xss1m")));
    }

    @Test
    void otherJarsAndOtherOptionsHaveAnotherKey() throws IOException {
        AotCacheKey first = key(program("-Xss1m"));
        AotCacheKey otherOption = key(program("-Xss2m"));
        Files.writeString(jar, "another");

        assertThat(List.of(first, otherOption, key(program("-Xss1m")))).doesNotHaveDuplicates();
    }

    @Test
    void theSizeOfTheHeapDoesNotMatter() {
        assertThat(key(program("-Xmx64m"))).isEqualTo(key(program("-Xmx128m")));
    }

    @Test
    void aPersonsProgramWithoutACacheIsNotRecordedButNoted() {
        assertThat(cache().flags(AotMode.USE)).isEmpty();

        assertThat(cache().command()).content().contains("-XX:AOTMode=create", "-Xss1m");
        assertThat(new AotAssembler(folder, Set.of("part")).missing()).containsExactly("part");
    }

    @Test
    void aTrainedProgramWithoutACacheIsRecorded() {
        assertThat(cache().flags(AotMode.RECORD))
                .contains("-XX:AOTMode=record", "-XX:AOTConfiguration=" + cache().configuration());
    }

    @Test
    void aCacheIsUsedByAll() throws IOException {
        Path made = Files.writeString(cache().cache(), "");

        assertThat(cache().flags(AotMode.USE)).contains("-XX:AOTCache=" + made);
        assertThat(cache().flags(AotMode.RECORD)).contains("-XX:AOTCache=" + made);
    }

    private AotCache cache() {
        return AotCache.of(program("-Xss1m"), folder);
    }

    private AotCacheKey key(JavaProgram program) {
        return AotCache.of(program, folder).key();
    }

    private JavaProgram program(String option) {
        return JavaProgram.ofClassPath("part", List.of(option), List.of(jar), "Main");
    }
}
