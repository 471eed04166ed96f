package io.skyholm.agent.pool.folder;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A number that is noted in a small file; one that is not there, or was cut short, says 0. */
record NotedNumber(Path file) {

    private static final int LONGEST = 20;

    long read() throws IOException {
        if (!SparseFiles.isFile(file)) {
            return 0;
        }
        try (FileChannel channel = FileChannel.open(file, READ, NOFOLLOW_LINKS)) {
            ByteBuffer text = ByteBuffer.allocate(LONGEST);
            channel.read(text);
            return Long.parseLong(US_ASCII.decode(text.flip()).toString());
        } catch (NoSuchFileException never) {
            return 0;
        } catch (NumberFormatException cutShort) {
            return 0;
        }
    }

    void write(long number) throws IOException {
        try (FileChannel channel = FileChannel.open(file, CREATE, WRITE, TRUNCATE_EXISTING, NOFOLLOW_LINKS)) {
            channel.write(US_ASCII.encode(Long.toString(number)));
            channel.force(true);
        }
    }

    void forget() throws IOException {
        SparseFiles.removeFile(file);
    }
}
