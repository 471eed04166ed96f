package io.skyholm.local.aot;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.local.Progress;
import io.skyholm.local.process.Command;
import io.skyholm.local.process.Launch;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a real virtual machine and a program of one class. */
class AotWorkshopTest {
    private static final List<String> SMALL = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    private static final List<String> FAST = List.of("-XX:+UseSerialGC");

    private final Path folder;
    private final Path jar;
    private final Caches caches;
    private final AotWorkshop workshop;

    AotWorkshopTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.jar = folder.resolve("program.jar");
        this.caches = new Caches(folder.resolve("caches"), false);
        this.workshop = new AotWorkshop(caches);
        build();
    }

    @Test
    void aRecordedProgramHasACacheThatItsNextStartUses() {
        rehearse(SMALL);
        workshop.work(Set.of("part"), Progress.SILENT);

        assertThat(workshop.wanted()).isEmpty();
        assertThat(run(SMALL, caches, "-XX:AOTMode=on").output()).isEqualTo("started");
    }

    @Test
    void whatWasTruncatedByAKillIsRefusedAndMadeAnew() throws IOException {
        rehearse(SMALL);
        Path lesson = cache(SMALL).lesson();
        byte[] whole = Files.readAllBytes(lesson);
        Files.write(lesson, Arrays.copyOf(whole, whole.length / 2));
        workshop.work(Set.of("part"), Progress.SILENT);
        assertThat(workshop.wanted()).containsExactly("part");

        rehearse(SMALL);
        workshop.work(Set.of("part"), Progress.SILENT);

        assertThat(workshop.wanted()).isEmpty();
        assertThat(cache(SMALL).cache()).exists();
    }

    @Test
    void aProgramOfWhichNoCacheCanBeMadeIsLeftAloneInTheEnd() {
        run(SMALL, caches);
        for (int attempt = 0; attempt < 3; attempt++) {
            assertThat(workshop.wanted()).containsExactly("part");
            workshop.work(Set.of("part"), Progress.SILENT);
        }

        assertThat(workshop.wanted()).isEmpty();
    }

    @Test
    void smallAndFastAreKeptSideBySide() {
        rehearse(SMALL);
        rehearse(FAST);
        workshop.work(Set.of("part"), Progress.SILENT);

        assertThat(cache(SMALL).cache()).exists();
        assertThat(cache(FAST).cache()).exists();
    }

    @Test
    void theStateThatWasStartedLastIsKeptWhateverItsName() throws IOException {
        for (int state = 0; state < 4; state++) {
            Files.setLastModifiedTime(jar, FileTime.from(Instant.EPOCH.plusSeconds(state)));
            rehearse(SMALL);
            Path command = cache(SMALL).command();
            Files.setLastModifiedTime(command, FileTime.from(Instant.now().minusSeconds(60 - state)));
        }
        workshop.work(Set.of("part"), Progress.SILENT);

        assertThat(caches.folder())
                .isDirectoryContaining(file -> file.equals(cache(SMALL).cache()));
        assertThat(caches.folder()).isDirectoryNotContaining("glob:**.lesson");
        assertThat(Files.exists(cache(SMALL).command())).isTrue();
        assertThat(caches.folder().toFile().list()).hasSize(2);
    }

    private void rehearse(List<String> options) {
        run(options, caches.recorded());
    }

    private Command run(List<String> options, Caches use, String... more) {
        List<String> command = new ArrayList<>(program(options).command(use));
        command.addAll(1, List.of(more));
        return Command.run(new Launch(command, Map.of(), folder));
    }

    private AotCache cache(List<String> options) {
        return AotCache.of(program(options), caches);
    }

    private JavaProgram program(List<String> options) {
        return JavaProgram.ofClassPath("part", options, List.of(jar), Started.class.getName());
    }

    private void build() throws IOException {
        String entry = Started.class.getName().replace('.', '/') + ".class";
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                InputStream compiled = Objects.requireNonNull(Started.class.getResourceAsStream("/" + entry))) {
            out.putNextEntry(new ZipEntry(entry));
            compiled.transferTo(out);
            out.closeEntry();
        }
    }

    /** The program. */
    static final class Started {
        private Started() {}

        public static void main(String[] arguments) {
            System.out.print("started");
        }
    }
}
