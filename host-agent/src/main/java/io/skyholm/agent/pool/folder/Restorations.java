package io.skyholm.agent.pool.folder;

import io.skyholm.agent.pool.Disk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;

/**
 * By which generations disks of a folder were given the bytes of snapshots: a small file beside each, so that none is rolled back
 * twice. Another says which generation is about to have a draft take the disk's place: once the draft is gone, it has.
 */
record Restorations(Path folder) {

    Disk noted(Disk disk) throws IOException {
        long replaced = replaced(disk.id());
        return disk.restored(Math.max(replaced, done(disk.id()).read()));
    }

    /** One that is given up is forgotten before its draft is removed, which is why it is read again. */
    private long replaced(UUID id) throws IOException {
        long begun = begun(id).read();
        return begun > 0 && !SparseFiles.isFile(draft(id)) && begun(id).read() == begun ? begun : 0;
    }

    /** The draft is whole, and takes the disk's place next. */
    void begin(UUID id, long generation) throws IOException {
        begun(id).write(generation);
    }

    void note(UUID id, long generation) throws IOException {
        done(id).write(generation);
        begun(id).forget();
    }

    /** What was begun by whoever was killed, or has failed, and whose draft is still there, is not done. */
    void giveUp(UUID id) throws IOException {
        if (SparseFiles.isFile(draft(id))) {
            begun(id).forget();
        }
    }

    void forget(UUID id) throws IOException {
        begun(id).forget();
        done(id).forget();
    }

    private NotedNumber done(UUID id) {
        return new NotedNumber(folder.resolve(id + ".restored"));
    }

    private NotedNumber begun(UUID id) {
        return new NotedNumber(folder.resolve(id + ".restoring"));
    }

    private Path draft(UUID id) {
        return folder.resolve(id + FolderPool.DRAFT);
    }
}
