package io.skyholm.agent.pool;

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
import java.util.UUID;

/** By which generations disks of a folder were given the bytes of snapshots: a small file beside each, so that none is rolled back twice. */
record Restorations(Path folder) {

    private static final int LONGEST = 20;

    Disk noted(Disk disk) throws IOException {
        return new Disk(disk.id(), disk.sizeBytes(), disk.whole(), of(disk.id()));
    }

    private long of(UUID id) throws IOException {
        if (!SparseFiles.isFile(file(id))) {
            return 0;
        }
        try (FileChannel channel = FileChannel.open(file(id), READ, NOFOLLOW_LINKS)) {
            ByteBuffer text = ByteBuffer.allocate(LONGEST);
            channel.read(text);
            return Long.parseLong(US_ASCII.decode(text.flip()).toString());
        } catch (NoSuchFileException never) {
            return 0;
        } catch (NumberFormatException cutShort) {
            return 0;
        }
    }

    void note(UUID id, long generation) throws IOException {
        try (FileChannel channel = FileChannel.open(file(id), CREATE, WRITE, TRUNCATE_EXISTING, NOFOLLOW_LINKS)) {
            channel.write(US_ASCII.encode(Long.toString(generation)));
            channel.force(true);
        }
    }

    void forget(UUID id) throws IOException {
        SparseFiles.removeFile(file(id));
    }

    private Path file(UUID id) {
        return folder.resolve(id + ".restored");
    }
}
