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

/**
 * By which generations disks of a folder were given the bytes of snapshots: a small file beside each, so that none is rolled back
 * twice. Another says which generation is about to have a draft take the disk's place: once the draft is gone, it has.
 */
record Restorations(Path folder) {

    private static final int LONGEST = 20;

    Disk noted(Disk disk) throws IOException {
        long replaced = replaced(disk.id());
        return new Disk(disk.id(), disk.sizeBytes(), disk.whole(), Math.max(replaced, read(done(disk.id()))));
    }

    /** One that is given up is forgotten before its draft is removed, which is why it is read again. */
    private long replaced(UUID id) throws IOException {
        long begun = read(begun(id));
        return begun > 0 && !SparseFiles.isFile(draft(id)) && read(begun(id)) == begun ? begun : 0;
    }

    private static long read(Path file) throws IOException {
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

    /** The draft is whole, and takes the disk's place next. */
    void begin(UUID id, long generation) throws IOException {
        write(begun(id), generation);
    }

    void note(UUID id, long generation) throws IOException {
        write(done(id), generation);
        SparseFiles.removeFile(begun(id));
    }

    /** What was begun by whoever was killed, or has failed, and whose draft is still there, is not done. */
    void giveUp(UUID id) throws IOException {
        if (SparseFiles.isFile(draft(id))) {
            SparseFiles.removeFile(begun(id));
        }
    }

    private static void write(Path file, long generation) throws IOException {
        try (FileChannel channel = FileChannel.open(file, CREATE, WRITE, TRUNCATE_EXISTING, NOFOLLOW_LINKS)) {
            channel.write(US_ASCII.encode(Long.toString(generation)));
            channel.force(true);
        }
    }

    void forget(UUID id) throws IOException {
        SparseFiles.removeFile(begun(id));
        SparseFiles.removeFile(done(id));
    }

    private Path done(UUID id) {
        return folder.resolve(id + ".restored");
    }

    private Path begun(UUID id) {
        return folder.resolve(id + ".restoring");
    }

    private Path draft(UUID id) {
        return folder.resolve(id + FolderPool.DRAFT);
    }
}
