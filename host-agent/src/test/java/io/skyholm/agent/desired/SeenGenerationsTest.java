package io.skyholm.agent.desired;

import static io.skyholm.agent.testing.DesiredThings.gone;
import static io.skyholm.agent.testing.DesiredThings.machine;
import static io.skyholm.agent.testing.DesiredThings.power;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.events.host.DesiredPort;
import io.skyholm.events.host.DesiredVm;
import io.skyholm.events.host.ThingKey;
import io.skyholm.events.host.VmPower;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeenGenerationsTest {

    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final int FEW = 300;
    private static final int MANY = 1_500;

    private final Path file;
    private final DesiredVm desired = machine("web");
    private final DesiredVm gone = gone(desired);
    private SeenGenerations seen;

    SeenGenerationsTest(@TempDir Path folder) {
        this.file = folder.resolve("host").resolve("generations");
        this.seen = SeenGenerations.keptIn(file);
    }

    @Test
    void whatWasWithdrawnIsKnownAfterTheEndOfTheProcess() {
        seen.told(desired, 1);
        seen.withdrawn(gone.key(), gone.generation(), 2);
        seen.write();
        startAnew();
        assertThat(seen.told(desired, 3)).isFalse();
        assertThat(seen.of(desired.key())).isEqualTo(2);
        assertThat(seen.told(power(gone, VmPower.RUNNING), 4)).isTrue();
    }

    @Test
    void aDesiredStateThatIsReadAgainFromTheBeginningIsTakenAgain() {
        seen.told(desired, 1);
        seen.write();
        startAnew();
        assertThat(seen.told(desired, 1)).isTrue();
    }

    @Test
    void aFileThatEndsAnywhereIsReadAndWrittenOn() throws IOException {
        DesiredVm another = machine("another");
        seen.told(desired, 1);
        seen.write();
        long first = Files.size(file);
        seen.withdrawn(gone.key(), gone.generation(), 2);
        seen.write();
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length <= whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            startAnew();
            assertThat(seen.of(desired.key())).isEqualTo(length >= whole.length - 1 ? 2 : length >= first - 1 ? 1 : 0);
            seen.told(another, 3);
            seen.write();
            startAnew();
            assertThat(seen.of(another.key())).isEqualTo(1);
        }
    }

    @Test
    void whatAPowerFailureLeftAtTheEndIsLeftOut() throws IOException {
        seen.told(desired, 1);
        seen.write();
        Files.write(file, new byte[] {0, (byte) 0xff, 'v', 'm', '/'}, StandardOpenOption.APPEND);
        startAnew();
        assertThat(seen.of(desired.key())).isEqualTo(1);
    }

    @Test
    void aProcessThatIsKilledWhileItWritesHasKeptAllThatItActedOn() throws Exception {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Writer.class.getName(),
                file.toString());
        Process writer = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String last = "";
        try (BufferedReader output = writer.inputReader()) {
            for (int line = 0; line < FEW; line++) {
                last = output.readLine();
            }
        } finally {
            writer.destroyForcibly().waitFor();
        }
        startAnew();
        assertThat(seen.of(Writer.THING)).isGreaterThanOrEqualTo(Long.parseLong(last));
    }

    @Test
    void whatCannotBeKeptFailsAndIsKeptLater() throws IOException {
        Files.createFile(file.resolveSibling(""));
        seen.told(desired, 1);
        assertThatThrownBy(() -> seen.write()).isInstanceOf(UncheckedIOException.class);
        Files.delete(file.resolveSibling(""));
        seen.write();
        startAnew();
        assertThat(seen.of(desired.key())).isEqualTo(1);
    }

    @Test
    void theFileStaysSmallHoweverOftenOneThingChanges() throws IOException {
        for (int generation = 1; generation <= MANY; generation++) {
            seen.withdrawn(desired.key(), generation, generation);
            seen.write();
        }
        assertThat(Files.readAllLines(file)).hasSizeLessThan(MANY);
        startAnew();
        assertThat(seen.of(desired.key())).isEqualTo(MANY);
    }

    @Test
    void whatNoTopicCanHoldAnyMoreIsForgotten() {
        seen.withdrawn(gone.key(), gone.generation(), 1);
        ThingKey later = manyMore(10 * DAY);
        startAnew();
        assertThat(seen.of(gone.key())).isEqualTo(2);
        manyMore(20 * DAY);
        startAnew();
        assertThat(seen.of(gone.key())).isZero();
        assertThat(seen.of(later)).isEqualTo(1);
    }

    @Test
    void ofTooManyTheOldestAreForgotten() throws IOException {
        seen = new SeenGenerations(file, 100);
        seen.withdrawn(gone.key(), gone.generation(), 1);
        ThingKey last = manyMore(2);
        assertThat(Files.readAllLines(file)).hasSizeLessThan(MANY);
        startAnew();
        assertThat(seen.of(gone.key())).isZero();
        assertThat(seen.of(last)).isEqualTo(1);
    }

    /** Notes so many that the file is written anew. */
    private ThingKey manyMore(long at) {
        ThingKey key = gone.key();
        for (int count = 0; count < MANY; count++) {
            key = new ThingKey(DesiredPort.KIND, UUID.randomUUID());
            seen.withdrawn(key, 1, at + count);
            if (count % FEW == 0) {
                seen.write();
            }
        }
        seen.write();
        return key;
    }

    private void startAnew() {
        seen = SeenGenerations.keptIn(file);
    }

    /** A process that keeps one generation after the other, and says which it has kept. */
    static final class Writer {

        static final ThingKey THING = new ThingKey(DesiredVm.KIND, new UUID(1, 2));

        private Writer() {}

        public static void main(String[] arguments) {
            SeenGenerations seen = SeenGenerations.keptIn(Path.of(arguments[0]));
            for (long generation = 1; ; generation++) {
                seen.withdrawn(THING, generation, generation);
                seen.write();
                System.out.println(generation);
            }
        }
    }
}
