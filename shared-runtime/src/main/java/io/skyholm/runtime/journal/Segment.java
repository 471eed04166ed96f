package io.skyholm.runtime.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** One file of the journal; it is of use until every call in it has been told. */
final class Segment {

    private final Path file;
    private final FileChannel channel;
    private final Set<UUID> untold = new HashSet<>();

    Segment(Path file) {
        this.file = file;
        try {
            this.channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write " + file, failure);
        }
    }

    /** What is written here survives the end of this process, however it ends. */
    void append(UUID id, String line) {
        untold.add(id);
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(line + "\n");
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write " + file, failure);
        }
    }

    boolean holds(UUID id) {
        return untold.contains(id);
    }

    void told(UUID id) {
        untold.remove(id);
    }

    boolean isSpent() {
        return untold.isEmpty();
    }

    long size() {
        try {
            return channel.size();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + file, failure);
        }
    }

    void delete() {
        try {
            channel.close();
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot remove " + file, failure);
        }
    }
}
