package io.skyholm.runtime.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.skyholm.events.audit.CallFact;
import io.skyholm.events.audit.CallOutcome;
import io.skyholm.runtime.tenant.Ids;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalFolderTest {

    private final Path root;

    /** What lies in a folder that others share is refused, as the one for temporary files is. */
    JournalFolderTest(@TempDir Path temporary) {
        root = temporary.resolve("journal");
    }

    @Test
    void callThatBeganAndDidNotEndIsKnownWithAnUnknownOutcome() {
        CallJournal journal = journal();
        CallFact call = call(CallOutcome.UNKNOWN, null);
        journal.begin(call);
        assertThat(JournalFolder.read(only())).containsExactly(call);
    }

    @Test
    void endOfACallCountsMoreThanItsBeginning() {
        CallJournal journal = journal();
        CallFact begun = call(CallOutcome.UNKNOWN, null);
        journal.begin(begun);
        CallFact ended = new CallFact(
                begun.id(),
                1,
                null,
                null,
                null,
                "POST",
                "/v1/notes",
                null,
                null,
                false,
                CallOutcome.SUCCESS,
                201,
                null,
                "r",
                "c",
                null,
                null,
                begun.createdAt(),
                3L,
                null);
        journal.end(ended);
        assertThat(JournalFolder.read(only())).containsExactly(ended);
        assertThat(journal.next(10)).containsExactly(ended);
    }

    @Test
    void endOfACallThatHasBegunIsKeptHoweverManyWait() {
        CallJournal journal = journal();
        CallFact begun = call(CallOutcome.UNKNOWN, null);
        journal.begin(begun);
        while (!journal.isFull()) {
            assertThat(journal.end(call(CallOutcome.FAILURE, 403))).isTrue();
        }

        assertThat(journal.end(call(CallOutcome.FAILURE, 403))).isFalse();
        assertThat(journal.end(begun)).isTrue();
        assertThat(journal.next(Integer.MAX_VALUE).getLast()).isEqualTo(begun);
    }

    @Test
    void folderOfALivingProcessStaysItsOwnWhateverIsCollected() {
        CallJournal living = journal();
        Path folder = only();
        JournalFolder other = new JournalFolder(root);
        for (int time = 0; time < 20; time++) {
            System.gc();
            assertThat(other.ofTheDead()).doesNotContain(folder);
        }
        living.end(call(CallOutcome.SUCCESS, 200));
        assertThat(JournalFolder.read(folder)).hasSize(1);
    }

    @Test
    void lineThatWasCutOffSaysNothing() throws IOException {
        CallJournal journal = journal();
        CallFact call = call(CallOutcome.FAILURE, 403);
        journal.end(call);
        Path file = files(only())
                .filter(path -> path.toString().endsWith(".jsonl"))
                .findFirst()
                .orElseThrow();
        Files.writeString(file, "{\"id\":\"01977a40", StandardOpenOption.APPEND);
        assertThat(JournalFolder.read(only())).containsExactly(call);
    }

    @Test
    void folderOfALivingProcessIsLeftAlone() {
        journal();
        assertThat(new JournalFolder(root).ofTheDead()).isEmpty();
    }

    @Test
    void folderOfADeadProcessIsTakenOver() throws IOException {
        Path dead = Files.createDirectories(root.resolve("dead"));
        JournalFolder living = new JournalFolder(root);
        assertThat(living.ofTheDead()).containsExactly(dead);
        living.delete(dead);
        assertThat(dead).doesNotExist();
    }

    @Test
    void folderIntoWhichOthersMayWriteIsNotTrusted() throws IOException {
        Files.createDirectories(root);
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThatThrownBy(this::journal).rootCause().hasMessageContaining("others may write there");
    }

    @Test
    void folderInOneThatOthersShareIsNotTrusted() throws IOException {
        Files.setPosixFilePermissions(root.resolveSibling(""), PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThatThrownBy(this::journal).rootCause().hasMessageContaining("is shared");
    }

    @Test
    void folderThatOthersMayRenameIsNotTrusted() throws IOException {
        Path between = Files.createDirectories(root.resolve("between"));
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThatThrownBy(() -> new JournalFolder(between.resolve("journal")))
                .rootCause()
                .hasMessageContaining("others may rename");
    }

    @Test
    void folderThatOthersMayReadIsClosed() throws IOException {
        Files.createDirectories(root);
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-xr-x"));
        journal();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root)))
                .isEqualTo("rwx------");
    }

    @Test
    void filesInWhichEverythingIsToldAreRemoved() {
        CallJournal journal = journal();
        for (int i = 0; i < 6_000; i++) {
            journal.end(call(CallOutcome.SUCCESS, 200));
        }
        assertThat(segments()).isGreaterThan(1);
        for (List<CallFact> next = journal.next(500); !next.isEmpty(); next = journal.next(500)) {
            journal.told(next);
        }
        assertThat(segments()).isEqualTo(1);
    }

    @Test
    void journalThatIsFullSaysSo() {
        CallJournal journal = journal();
        for (int i = 0; i < 20_000; i++) {
            journal.end(call(CallOutcome.FAILURE, 401));
        }
        assertThat(journal.isFull()).isTrue();
        journal.told(journal.next(1));
        assertThat(journal.isFull()).isFalse();
    }

    private CallJournal journal() {
        return new CallJournal(root, new SimpleMeterRegistry());
    }

    private long segments() {
        return files(only()).filter(file -> file.toString().endsWith(".jsonl")).count();
    }

    private Path only() {
        return files(root).findFirst().orElseThrow();
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList().stream();
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    private static CallFact call(CallOutcome outcome, @Nullable Integer status) {
        return new CallFact(
                Ids.next(),
                1,
                null,
                null,
                null,
                "POST",
                "/v1/notes",
                null,
                null,
                false,
                outcome,
                status,
                null,
                "r",
                "c",
                null,
                null,
                Instant.parse("2026-03-02T09:31:12Z"),
                null,
                null);
    }
}
