package io.skyholm.storage.upload;

import io.skyholm.storage.object.ObjectStorage;
import io.skyholm.storage.object.PartWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A part as it is written, on a worker. */
final class IncomingPart {

    private final UploadLease lease;
    private final PartWriter writer;
    private final @Nullable PartChecksum checksum;
    private final long checkpointNanos;
    private long written;
    private long synced;
    private long syncedAt = System.nanoTime();
    private long counted;
    private long countedBefore;

    private IncomingPart(UploadLease lease, PartWriter writer, @Nullable PartChecksum checksum, Duration checkpoint) {
        this.lease = lease;
        this.writer = writer;
        this.checksum = checksum;
        this.checkpointNanos = checkpoint.toNanos();
    }

    static IncomingPart begin(
            ObjectStorage store, UploadLease lease, @Nullable PartChecksum checksum, Duration checkpoint)
            throws IOException {
        return new IncomingPart(lease, store.begin(lease.uploadId(), lease.partName()), checksum, checkpoint);
    }

    void write(ByteBuffer bytes) throws IOException {
        if (checksum != null) {
            checksum.add(bytes);
        }
        written += bytes.remaining();
        writer.write(bytes);
    }

    long written() {
        return written;
    }

    /** Whether it is time to write down how far it has come: bytes have come since, whether or not they count already. */
    boolean isDue() {
        return written > synced && System.nanoTime() - syncedAt > checkpointNanos;
    }

    /** Brings it to the disk and says how much of it counts; one with a checksum counts when it is whole, and not before. */
    long sync() throws IOException {
        if (checksum == null) {
            writer.sync();
            count(written);
        }
        synced = written;
        syncedAt = System.nanoTime();
        return counted;
    }

    /** Ends it, and says how much of it counts: all, or if it has been cut and its checksum cannot tell, nothing. */
    long end(boolean cut) throws IOException {
        writer.sync();
        writer.close();
        if (checksum != null && !cut && !checksum.agrees()) {
            throw UploadProblems.mismatch();
        }
        if (checksum == null || !cut) {
            count(written);
        }
        return counted;
    }

    private void count(long size) {
        countedBefore = counted;
        counted = size;
    }

    /** What was to count last does not. */
    void refuse() {
        counted = countedBefore;
    }

    /** Ends it where it is, and removes it if nothing of it counts: the store would fill with what no quota knows. */
    void drop(ObjectStorage store) throws IOException {
        writer.close();
        if (counted == 0) {
            store.forget(lease.uploadId(), lease.partName());
        }
    }
}
