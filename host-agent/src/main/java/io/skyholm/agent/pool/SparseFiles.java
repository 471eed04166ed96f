package io.skyholm.agent.pool;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

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
        Optional<Disk> finished = present(id, file(id), true);
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
        Path unfinished = file(id, draft);
        try (FileChannel channel = FileChannel.open(unfinished, CREATE, WRITE, TRUNCATE_EXISTING, NOFOLLOW_LINKS)) {
            content.writeTo(channel);
            channel.force(true);
            Files.move(unfinished, file(id), StandardCopyOption.ATOMIC_MOVE);
            keepNames();
        }
    }

    /** Writes the bytes of one; what is a hole in it stays one. */
    void copy(UUID id, FileChannel to) throws IOException {
        try (FileChannel from = FileChannel.open(file(id), READ, NOFOLLOW_LINKS);
                FileExtents extents = FileExtents.of(file(id), from.size())) {
            SparseTarget target = new SparseTarget(to::write, from.size());
            long begin = extents.nextBytes(0);
            while (begin < from.size()) {
                long end = extents.endOf(begin);
                copy(from, target, begin, end);
                begin = extents.nextBytes(end);
            }
            extend(to, from.size());
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
        for (Path file : List.of(file(id), file(id, draft))) {
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
        return file(id, whole);
    }

    Path file(UUID id, String ending) {
        return folder.resolve(id + ending);
    }

    /** A link could lead to somebody else's file, which would be written or removed in place of the disk. */
    static boolean isFile(Path path) {
        return Files.isRegularFile(path, NOFOLLOW_LINKS);
    }

    private Optional<UUID> idOf(Path file) {
        String name = String.valueOf(file.getFileName());
        if (name.length() <= LENGTH_OF_ID || !(name.endsWith(whole) || name.endsWith(draft))) {
            return Optional.empty();
        }
        try {
            UUID id = UUID.fromString(name.substring(0, LENGTH_OF_ID));
            boolean isOne = name.equals(id + whole) || name.equals(id + draft);
            return isOne ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException another) {
            return Optional.empty();
        }
    }
}
