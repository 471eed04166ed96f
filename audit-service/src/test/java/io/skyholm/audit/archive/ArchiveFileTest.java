package io.skyholm.audit.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.audit.chain.Digest;
import io.skyholm.audit.chain.Entry;
import io.skyholm.audit.chain.ExportedLine;
import io.skyholm.audit.chain.Happened;
import io.skyholm.audit.chain.Head;
import io.skyholm.audit.chain.SigningKey;
import io.skyholm.audit.entry.EntryRow;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A month's file is a draft until it is whole, and known by its digest then. */
class ArchiveFileTest {

    private static final LocalDate MONTH = LocalDate.of(2026, 2, 1);

    private final List<Entry> chain = Happened.chain(UUID.randomUUID(), 3);
    private final List<Entry> platforms = Happened.chain(null, 1);
    private final Path folder;
    private final ArchiveFile file;

    ArchiveFileTest(@TempDir Path folder) {
        this.folder = folder.resolve("archive");
        this.file = ArchiveFile.begin(this.folder, MONTH);
    }

    @Test
    void fileIsNamedByItsMonth() {
        assertThat(ArchiveFile.nameOf(MONTH)).isEqualTo("audit-2026-02.jsonl.gz");
    }

    @Test
    void fileKnowsHowFarItHasComeAndWhereEachChainEnds() {
        assertThat(file.position()).isZero();
        addAll();
        assertThat(file.position()).isEqualTo(14);
        assertThat(file.ends())
                .containsExactlyInAnyOrder(Head.behind(chain.getLast()), Head.behind(platforms.getLast()));
    }

    @Test
    void finishedFileHoldsEveryEntryAndThenTheDigests() throws IOException {
        addAll();
        Digest digest = SigningKey.random().sign(Head.behind(chain.getLast()), Instant.EPOCH);
        ArchivedMonth month = file.finish(List.of(digest));
        assertThat(month.entries()).isEqualTo(4);
        assertThat(month.firstPosition()).isEqualTo(11);
        assertThat(month.lastPosition()).isEqualTo(14);
        List<Object> expected = new ArrayList<>(chain);
        expected.addAll(platforms);
        expected.add(digest);
        assertThat(lines(month)).isEqualTo(expected);
    }

    @Test
    void monthWithoutEntriesIsAFileToo() throws IOException {
        ArchivedMonth month = file.finish(List.of());
        assertThat(month.entries()).isZero();
        assertThat(month.firstPosition()).isNull();
        assertThat(month.ends()).isEmpty();
        assertThat(lines(month)).isEmpty();
    }

    @Test
    void draftIsNoFileAndLeavesNothingBehind() throws IOException {
        addAll();
        assertThat(folder.resolve(ArchiveFile.nameOf(MONTH))).doesNotExist();
        file.abandon();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void finishedFileReplacesWhatACrashLeft() throws IOException {
        Path path = folder.resolve(ArchiveFile.nameOf(MONTH));
        Files.writeString(path, "half a file");
        addAll();
        ArchivedMonth month = file.finish(List.of());
        assertThat(lines(month)).hasSize(4);
        assertThat(folder).isDirectoryNotContaining(other -> !other.equals(path));
    }

    @Test
    void monthIsArchivedOnlyWhileItsFileIsAsItWasWritten() throws IOException {
        addAll();
        ArchivedMonth month = file.finish(List.of());
        DueMonth due = new DueMonth(MONTH, month.file(), month.sha256());
        assertThat(due.isArchivedIn(folder)).isTrue();
        assertThat(new DueMonth(MONTH, month.file(), "0".repeat(64)).isArchivedIn(folder))
                .isFalse();
        Files.writeString(folder.resolve(month.file()), "half a file");
        assertThat(due.isArchivedIn(folder)).isFalse();
        Files.delete(folder.resolve(month.file()));
        assertThat(due.isArchivedIn(folder)).isFalse();
        assertThat(new DueMonth(MONTH, null, null).isArchivedIn(folder)).isFalse();
    }

    private void addAll() {
        file.add(List.of(new EntryRow(11, chain.get(0)), new EntryRow(12, chain.get(1))));
        file.add(List.of(new EntryRow(13, chain.get(2)), new EntryRow(14, platforms.get(0))));
    }

    private List<Object> lines(ArchivedMonth month) throws IOException {
        try (GZIPInputStream text = new GZIPInputStream(Files.newInputStream(folder.resolve(month.file())))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(ExportedLine::read)
                    .toList();
        }
    }
}
