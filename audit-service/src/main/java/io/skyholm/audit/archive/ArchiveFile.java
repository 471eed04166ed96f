package io.skyholm.audit.archive;

import io.skyholm.audit.chain.Digest;
import io.skyholm.audit.chain.EntryJson;
import io.skyholm.audit.chain.ExportedLine;
import io.skyholm.audit.chain.Head;
import io.skyholm.audit.entry.EntryRow;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** The file of a month as it is written: a draft until it is whole and on the disk. Blocks, so it belongs on a worker. */
final class ArchiveFile {

    private final LocalDate month;
    private final Path draft;
    private final Path file;
    private final FileChannel channel;
    private final MessageDigest sha256 = sha256();
    private final OutputStream text;
    private final Map<UUID, Head> ends = new LinkedHashMap<>();
    private long entries;
    private @Nullable Long first;
    private @Nullable Long last;

    private ArchiveFile(Path folder, LocalDate month) throws IOException {
        this.month = month;
        this.file = folder.resolve(nameOf(month));
        this.draft = folder.resolve("." + nameOf(month) + "." + UUID.randomUUID());
        Files.createDirectories(folder);
        this.channel = FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        this.text = new GZIPOutputStream(new DigestOutputStream(Channels.newOutputStream(channel), sha256));
    }

    static ArchiveFile begin(Path folder, LocalDate month) {
        try {
            return new ArchiveFile(folder, month);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("cannot write to the archive " + folder, unwritable);
        }
    }

    static String nameOf(LocalDate month) {
        return "audit-" + YearMonth.from(month) + ".jsonl.gz";
    }

    /** Whether the file is what was written then. */
    static boolean isIntact(Path file, String sha256) {
        if (!Files.isReadable(file)) {
            return false;
        }
        try (DigestInputStream content = new DigestInputStream(Files.newInputStream(file), sha256())) {
            InputStream all = content;
            all.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(content.getMessageDigest().digest()).equals(sha256);
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** How far it has come. */
    long position() {
        return last == null ? 0 : last;
    }

    /** Where each chain ends in this month. */
    List<Head> ends() {
        return List.copyOf(ends.values());
    }

    void add(List<EntryRow> page) {
        for (EntryRow row : page) {
            write(EntryJson.line(row.entry()));
            entries++;
            first = first == null ? Long.valueOf(row.position()) : first;
            last = row.position();
            ends.put(row.entry().what().chainId(), Head.behind(row.entry()));
        }
    }

    /** Adds the digests and makes the draft the file, which then is on the disk. */
    ArchivedMonth finish(List<Digest> digests) {
        digests.forEach(digest -> write(ExportedLine.of(digest)));
        try {
            ((GZIPOutputStream) text).finish();
            channel.force(true);
            channel.close();
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            try (FileChannel folder = FileChannel.open(file.resolveSibling(""), StandardOpenOption.READ)) {
                folder.force(true);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException("cannot finish " + file, unwritable);
        }
        return new ArchivedMonth(
                month, nameOf(month), entries, HexFormat.of().formatHex(sha256.digest()), first, last, ends());
    }

    /** Forgets the draft; whatever is wrong with it is no worse than what was wrong before. */
    void abandon() {
        try {
            channel.close();
            Files.deleteIfExists(draft);
        } catch (IOException nothingLeftToDo) {
            throw new UncheckedIOException("cannot remove " + draft, nothingLeftToDo);
        }
    }

    private void write(String line) {
        try {
            text.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException unwritable) {
            throw new UncheckedIOException("cannot write " + draft, unwritable);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
