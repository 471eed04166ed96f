package io.skyholm.storage.upload;

import io.skyholm.storage.object.ObjectStore;
import io.skyholm.storage.object.PartWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A piece as it is written, on a worker. */
final class Piece {

    private final Hold hold;
    private final PartWriter writer;
    private final @Nullable PieceChecksum checksum;
    private final long checkpointNanos;
    private long written;
    private long noted;
    private long notedAt = System.nanoTime();
    private boolean mayCount;

    private Piece(Hold hold, PartWriter writer, @Nullable PieceChecksum checksum, Duration checkpoint) {
        this.hold = hold;
        this.writer = writer;
        this.checksum = checksum;
        this.checkpointNanos = checkpoint.toNanos();
    }

    static Piece begin(ObjectStore store, Hold hold, @Nullable PieceChecksum checksum, Duration checkpoint)
            throws IOException {
        return new Piece(hold, store.begin(hold.uploadId(), hold.part()), checksum, checkpoint);
    }

    void write(ByteBuffer bytes) throws IOException {
        if (checksum != null) {
            checksum.add(bytes);
        }
        written += bytes.remaining();
        writer.write(bytes);
    }

    /** A piece with a checksum counts when it is whole, and not before. */
    boolean isDue() {
        return checksum == null && written > noted && System.nanoTime() - notedAt > checkpointNanos;
    }

    /** Brings it to the disk and says how much it is. */
    long sync() throws IOException {
        writer.sync();
        noted = written;
        notedAt = System.nanoTime();
        mayCount = checksum == null && written > 0;
        return written;
    }

    /** Ends it, and says how much of it counts: all, or if it has been cut and its checksum cannot tell, nothing. */
    long end(boolean cut) throws IOException {
        long size = sync();
        writer.close();
        if (checksum == null) {
            return size;
        }
        if (cut) {
            return 0;
        }
        if (!checksum.agrees()) {
            throw UploadProblems.mismatch();
        }
        mayCount = size > 0;
        return size;
    }

    /** Ends it where it is, and removes it if nothing of it counts: the store would fill with what no quota knows. */
    void drop(ObjectStore store) throws IOException {
        writer.close();
        if (!mayCount) {
            store.forget(hold.uploadId(), hold.part());
        }
    }
}
