package io.skyholm.agent.pool.folder;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import io.skyholm.agent.pool.Disk;
import io.skyholm.agent.pool.FileBytes;
import io.skyholm.agent.pool.luks.DiskKeys;
import io.skyholm.agent.pool.luks.LuksDisk;
import io.skyholm.agent.pool.luks.LuksFilling;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.UUID;

/**
 * The encrypted disks of a folder, and which key opens each: a small file beside it that says the key's version, once nothing else opens the disk. What
 * is copied of another disk has none until its key was changed.
 */
record EncryptedFiles(Path folder) {

    /** Writes what an encrypted disk begins with. */
    @FunctionalInterface
    interface Content {

        /** The rest of the disk is what nobody wrote. */
        void writeTo(LuksFilling filling) throws IOException;
    }

    /** Makes an empty file an encrypted disk with that content. */
    static void fill(FileChannel file, DiskKeys keys, Content content) throws IOException {
        LuksDisk disk = new LuksDisk(new FileBytes(file));
        disk.format(keys.current());
        content.writeTo(new LuksFilling(disk.bytes(keys)));
    }

    Disk noted(Disk disk) throws IOException {
        return disk.keyVersion() == null
                ? disk
                : disk.openedBy((int) note(disk.id()).read());
    }

    /** Only the current key opens it from now on, and that is noted. Who was killed does it again. */
    void change(UUID id, Path file, DiskKeys keys) throws IOException {
        try (FileChannel channel = FileChannel.open(file, READ, WRITE, NOFOLLOW_LINKS)) {
            new LuksDisk(new FileBytes(channel)).change(keys);
        }
        note(id, keys);
    }

    /** Whether the current key opens it. */
    static boolean isOpenedBy(Path file, DiskKeys keys) throws IOException {
        try (FileChannel channel = FileChannel.open(file, READ, NOFOLLOW_LINKS)) {
            return new LuksDisk(new FileBytes(channel)).opensWith(keys.current());
        }
    }

    void note(UUID id, DiskKeys keys) throws IOException {
        note(id).write(keys.version());
    }

    void forget(UUID id) throws IOException {
        note(id).forget();
    }

    private NotedNumber note(UUID id) {
        return new NotedNumber(folder.resolve(id + ".key-version"));
    }
}
