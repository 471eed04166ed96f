package io.skyholm.agent.pool.folder;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import io.skyholm.agent.hypervisor.HypervisorProblem;
import io.skyholm.agent.pool.BytesTarget;
import io.skyholm.agent.pool.Disk;
import io.skyholm.agent.pool.Sha256;
import io.skyholm.agent.pool.SparseTarget;
import io.skyholm.agent.pool.luks.LuksDisk;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The files of one sort in a pool's folder. One is made under another name, which it loses when it is whole and on the disk. Files
 * whose names are not those of this sort are somebody else's.
 *
 * @param whole how the name of one ends that is whole
 * @param draft how it ends until then
 */
record SparseFiles(Path folder, String whole, String draft) {

    /** How the name of an encrypted one goes on, behind the ending of those that are not. */
    private static final String ENCRYPTED = ".luks";

    private static final int LENGTH_OF_ID = 36;
    private static final int PIECE = 1 << 16;

    /** Writes what a file is to hold. */
    @FunctionalInterface
    interface Content {

        void writeTo(FileChannel channel) throws IOException;
    }

    List<Disk> all() throws IOException {
        List<Disk> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Optional<UUID> id = idOf(file);
                Optional<Disk> disk = id.isPresent() ? find(id.get()) : Optional.empty();
                disk.filter(one -> !found.contains(one)).ifPresent(found::add);
            }
        }
        return found;
    }

    /** The draft has to be looked for first: it may become the file between two looks, and never the other way round. */
    Optional<Disk> find(UUID id) throws IOException {
        Optional<Disk> unfinished = present(id, file(id, draft), false);
        Optional<Disk> encrypted = present(id, encrypted(id), true)
                .map(file -> new Disk(id, file.sizeBytes() - LuksDisk.HEADER, true, 0, 0));
        Optional<Disk> finished = encrypted.isPresent() ? encrypted : present(id, file(id, whole), true);
        return finished.isPresent() ? finished : unfinished;
    }

    private static Optional<Disk> present(UUID id, Path file, boolean isWhole) throws IOException {
        try {
            return isFile(file) ? Optional.of(new Disk(id, Files.size(file), isWhole)) : Optional.empty();
        } catch (NoSuchFileException renamedOrRemoved) {
            return Optional.empty();
        }
    }

    /** Makes one, in place of the one that is there. */
    void make(UUID id, Content content) throws IOException {
        make(id, false, content);
    }

    /** The same with one that is encrypted; one that is not is never replaced by one that is. */
    void make(UUID id, boolean isEncrypted, Content content) throws IOException {
        Path unfinished = file(id, draft);
        try (FileChannel channel =
                FileChannel.open(unfinished, CREATE, READ, WRITE, TRUNCATE_EXISTING, NOFOLLOW_LINKS)) {
            content.writeTo(channel);
            channel.force(true);
            Files.move(unfinished, isEncrypted ? encrypted(id) : file(id, whole), StandardCopyOption.ATOMIC_MOVE);
            keepNames();
        }
    }

    /** Writes the bytes of one; what is a hole in it stays one. */
    void copy(UUID id, FileChannel to) throws IOException {
        extend(to, copy(id, to::write));
    }

    /** The same without its holes and zeros; says how many bytes it has. */
    long copy(UUID id, BytesTarget to) throws IOException {
        try (FileChannel from = FileChannel.open(file(id), READ, NOFOLLOW_LINKS);
                FileExtents extents = FileExtents.of(file(id), from.size())) {
            SparseTarget target = new SparseTarget(to, from.size());
            long begin = extents.nextBytes(0);
            while (begin < from.size()) {
                long end = extents.endOf(begin);
                copy(from, target, begin, end);
                begin = extents.nextBytes(end);
            }
            return from.size();
        }
    }

    /** What a small one says; empty where it has no bytes. */
    Optional<String> text(UUID id) throws IOException {
        try {
            return Optional.of(Files.readString(file(id))).filter(text -> !text.isEmpty());
        } catch (NoSuchFileException removed) {
            return Optional.empty();
        }
    }

    String sha256(UUID id) throws IOException {
        try (FileChannel file = FileChannel.open(file(id), READ, NOFOLLOW_LINKS)) {
            return Sha256.of(file);
        }
    }

    private static void copy(FileChannel from, SparseTarget to, long begin, long end) throws IOException {
        ByteBuffer piece = ByteBuffer.allocate(PIECE);
        for (long at = begin; at < end; at += piece.limit()) {
            piece.clear().limit((int) Math.min(PIECE, end - at));
            if (from.read(piece, at) <= 0) {
                throw new EOFException("a file is shorter than it was");
            }
            to.write(piece.flip(), at);
        }
    }

    /** One byte at the end is all that is written; what lies before it takes no room until somebody writes there. */
    static void extend(FileChannel channel, long sizeBytes) throws IOException {
        if (channel.size() < sizeBytes) {
            channel.write(ByteBuffer.allocate(1), sizeBytes - 1);
        }
    }

    void remove(UUID id) throws IOException {
        for (Path file : List.of(file(id, whole), encrypted(id), file(id, draft))) {
            removeFile(file);
        }
        keepNames();
    }

    /** What whoever was killed has left of one. */
    void removeDraft(UUID id) throws IOException {
        removeFile(file(id, draft));
    }

    static void removeFile(Path file) throws IOException {
        if (isFile(file)) {
            Files.delete(file);
        }
    }

    /** A file's name is in its folder, which is kept apart from what the file holds. */
    void keepNames() throws IOException {
        try (FileChannel names = FileChannel.open(folder, READ)) {
            names.force(true);
        }
    }

    Path file(UUID id) {
        return isEncrypted(id) ? encrypted(id) : file(id, whole);
    }

    /** Whether there is one that only a key opens. */
    boolean isEncrypted(UUID id) {
        return isFile(encrypted(id));
    }

    /** How many bytes lie before those of the disk. */
    long header(UUID id) {
        return isEncrypted(id) ? LuksDisk.HEADER : 0;
    }

    private Path encrypted(UUID id) {
        return file(id, whole + ENCRYPTED);
    }

    Path file(UUID id, String ending) {
        return folder.resolve(id + ending);
    }

    /** A link could lead to somebody else's file, which would be written or removed in place of the disk. */
    static boolean isFile(Path path) {
        return Files.isRegularFile(path, NOFOLLOW_LINKS);
    }

    /** Whether one is whole. A link there would be replaced by something that looks like it. */
    boolean isThere(UUID id, String what) {
        if (isFile(file(id))) {
            return true;
        }
        if (Files.exists(file(id), NOFOLLOW_LINKS)) {
            throw new HypervisorProblem("Something else has the name of " + what + " " + id);
        }
        return false;
    }

    private Optional<UUID> idOf(Path file) {
        String name = String.valueOf(file.getFileName());
        if (name.length() <= LENGTH_OF_ID) {
            return Optional.empty();
        }
        String ending = name.substring(LENGTH_OF_ID);
        if (!List.of(whole, whole + ENCRYPTED, draft).contains(ending)) {
            return Optional.empty();
        }
        try {
            UUID id = UUID.fromString(name.substring(0, LENGTH_OF_ID));
            return name.equals(id + ending) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException another) {
            return Optional.empty();
        }
    }
}
