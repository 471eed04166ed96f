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
class AotAssemblerTest {

    private static final List<String> SMALL = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    private static final Set<String> PART = Set.of("part");

    private final Path folder;
    private final Path jar;
    private final Path caches;
    private final AotAssembler assembler;

    AotAssemblerTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.jar = folder.resolve("program.jar");
        this.caches = folder.resolve("caches");
        this.assembler = new AotAssembler(caches, PART);
        build();
        use();
    }

    @Test
    void aRecordedProgramHasACacheThatItsNextStartUses() {
        train();

        assertThat(assembler.missing()).isEmpty();
        assertThat(run(AotMode.USE, "-XX:AOTMode=on").output()).isEqualToIgnoringNewLines("started");
    }

    @Test
    void whatWasTruncatedByAKillIsRefusedAndMadeAnew() throws IOException {
        trainAndTruncate();
        assertThat(assembler.missing()).containsExactly("part");

        train();

        assertThat(assembler.missing()).isEmpty();
        assertThat(cache().cache()).exists();
    }

    @Test
    void aProgramOfWhichNoCacheCanBeMadeIsLeftAloneInTheEnd() throws IOException {
        for (int attempt = 0; attempt < 3; attempt++) {
            assertThat(assembler.missing()).containsExactly("part");
            trainAndTruncate();
        }

        assertThat(assembler.missing()).isEmpty();
        assertThat(assembler.beginTraining()).isEmpty();
    }

    @Test
    void aTrainingRunThatFailsOrIsKilledIsAnAttempt() {
        for (int attempt = 0; attempt < 3; attempt++) {
            assertThat(assembler.beginTraining()).containsExactly("part");
        }

        assertThat(assembler.missing()).isEmpty();
    }

    @Test
    void aTrainingRunThatIsCalledOffIsNone() {
        for (int attempt = 0; attempt < 4; attempt++) {
            Set<String> trained = assembler.beginTraining();
            assertThat(trained).containsExactly("part");
            assembler.callOff(trained);
        }
        assembler.beginTraining();
        assembler.beginTraining();
        assembler.callOff(assembler.beginTraining());

        assertThat(assembler.missing()).containsExactly("part");
        assembler.beginTraining();
        assertThat(assembler.missing()).isEmpty();
    }

    @Test
    void afterASuccessFormerAttemptsAreForgotten() throws IOException {
        trainAndTruncate();
        trainAndTruncate();
        train();
        Files.delete(cache().cache());

        assertThat(assembler.missing()).containsExactly("part");
    }

    @Test
    void whatWasNotRecordedIsNotTried() {
        Set<String> trained = assembler.beginTraining();
        assembler.assemble(trained, Progress.SILENT);

        assertThat(assembler.missing()).containsExactly("part");
        assertThat(caches).isDirectoryNotContaining("glob:**.aot");
    }

    @Test
    void otherProgramsAreNoneOfItsBusiness() {
        assertThat(new AotAssembler(caches, Set.of("another")).missing()).isEmpty();
    }

    @Test
    void theStateThatWasStartedLastIsKeptWhateverItsName() throws IOException {
        for (int state = 0; state < 4; state++) {
            Files.setLastModifiedTime(jar, FileTime.from(Instant.EPOCH.plusSeconds(state)));
            run(AotMode.RECORD);
            Files.setLastModifiedTime(
                    cache().command(), FileTime.from(Instant.now().plusSeconds(60 + state)));
        }
        assembler.assemble(PART, Progress.SILENT);

        assertThat(caches.toFile().list())
                .containsExactlyInAnyOrder(
                        cache().cache().getFileName().toString(),
                        cache().command().getFileName().toString());
    }

    private void use() {
        run(AotMode.USE);
    }

    private void train() {
        Set<String> trained = assembler.beginTraining();
        run(AotMode.RECORD);
        assembler.assemble(trained, Progress.SILENT);
    }

    private void trainAndTruncate() throws IOException {
        Set<String> trained = assembler.beginTraining();
        run(AotMode.RECORD);
        Path configuration = cache().configuration();
        byte[] whole = Files.readAllBytes(configuration);
        Files.write(configuration, Arrays.copyOf(whole, whole.length / 2));
        assembler.assemble(trained, Progress.SILENT);
    }

    private Command run(AotMode mode, String... more) {
        List<String> command = new ArrayList<>(program(SMALL).command(caches, mode));
        command.addAll(1, List.of(more));
        return Command.run(new Launch(command, Map.of(), folder));
    }

    private AotCache cache() {
        return AotCache.of(program(SMALL), caches);
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
