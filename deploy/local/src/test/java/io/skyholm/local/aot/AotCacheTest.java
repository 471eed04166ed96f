package io.skyholm.local.aot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AotCacheTest {
    private final Caches caches;

    private final Path jar;

    AotCacheTest(@TempDir Path folder) throws IOException {
        this.caches = new Caches(folder, false);
        this.jar = Files.writeString(folder.resolve("a.jar"), "one");
    }

    @Test
    void theSameProgramHasTheSameKeyWhateverItIsTold() {
        assertThat(key(program("-Xss1m").with("--port", "1"))).isEqualTo(key(program("-Xss1m")));
    }

    @Test
    void otherJarsAndOtherOptionsHaveAnotherKey() throws IOException {
        CacheKey first = key(program("-Xss1m"));
        CacheKey otherOption = key(program("-Xss2m"));
        Files.writeString(jar, "another");

        assertThat(List.of(first, otherOption, key(program("-Xss1m")))).doesNotHaveDuplicates();
    }

    @Test
    void theSizeOfTheHeapDoesNotMatter() {
        assertThat(key(program("-Xmx64m"))).isEqualTo(key(program("-Xmx128m")));
    }

    @Test
    void aPersonsProgramWithoutACacheIsNotRecordedButNoted() {
        assertThat(cache(caches).flags()).isEmpty();

        assertThat(cache(caches).command()).content().contains("-XX:AOTMode=create", "-Xss1m");
        assertThat(new AotWorkshop(caches).wanted()).containsExactly("part");
    }

    @Test
    void aRehearsedProgramWithoutACacheIsRecorded() {
        AotCache cache = cache(caches.recorded());

        assertThat(cache.flags()).contains("-XX:AOTMode=record", "-XX:AOTConfiguration=" + cache.lesson());
    }

    @Test
    void aCacheIsUsedByAll() throws IOException {
        Path made = Files.writeString(cache(caches).cache(), "");

        assertThat(cache(caches).flags()).contains("-XX:AOTCache=" + made);
        assertThat(cache(caches.recorded()).flags()).contains("-XX:AOTCache=" + made);
    }

    private AotCache cache(Caches use) {
        return AotCache.of(program("-Xss1m"), use);
    }

    private CacheKey key(JavaProgram program) {
        return AotCache.of(program, caches).key();
    }

    private JavaProgram program(String option) {
        return JavaProgram.ofClassPath("part", List.of(option), List.of(jar), "Main");
    }
}
