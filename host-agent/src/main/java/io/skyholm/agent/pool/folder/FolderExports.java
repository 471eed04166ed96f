package io.skyholm.agent.pool.folder;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.skyholm.agent.pool.Disk;
import io.skyholm.agent.pool.ObjectDrafts;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What of a folder's files was left with the object store. The note of each is a small file with the sum of its bytes: a draft without it until then. */
final class FolderExports {

    private final SparseFiles notes;
    private final ObjectDrafts objects;

    FolderExports(SparseFiles notes, ObjectDrafts objects) {
        this.notes = notes;
        this.objects = objects;
    }

    List<Disk> all() throws IOException {
        return notes.all();
    }

    Optional<Disk> find(UUID id) throws IOException {
        return notes.find(id);
    }

    Optional<String> sha256(UUID id) throws IOException {
        return isDone(id) ? notes.text(id) : Optional.empty();
    }

    boolean isDone(UUID id) {
        return notes.isThere(id, "export");
    }

    /** Whoever is killed meanwhile does it again. */
    void leave(UUID id, SparseFiles files, UUID file, UUID object) throws IOException {
        notes.make(id, note -> {
            ByteBuffer sum = UTF_8.encode(leave(files, file, object));
            while (sum.hasRemaining()) {
                note.write(sum);
            }
        });
    }

    private String leave(SparseFiles files, UUID file, UUID object) throws IOException {
        String left = objects.leave(object, draft -> files.copy(file, draft));
        if (!left.equals(files.sha256(file))) {
            throw new IOException("the object store has other bytes than were written");
        }
        return left;
    }

    void forget(UUID id) throws IOException {
        notes.remove(id);
    }
}
