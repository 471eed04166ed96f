package io.skyholm.storage.object;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Writes a part as segments: one as soon as enough bytes have come, and a smaller one when they have to be safe. */
final class S3PartWriter implements PartWriter {

    private final S3Bucket bucket;
    private final String prefix;
    private final ByteBuffer waiting;
    private int number;

    S3PartWriter(S3Bucket bucket, String prefix, int segmentBytes) {
        this.bucket = bucket;
        this.prefix = prefix;
        this.waiting = ByteBuffer.allocate(segmentBytes);
    }

    @Override
    public void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            int next = Math.min(bytes.remaining(), waiting.remaining());
            waiting.put(bytes.slice(bytes.position(), next));
            bytes.position(bytes.position() + next);
            if (!waiting.hasRemaining()) {
                sync();
            }
        }
    }

    /** The number counts once the segment is there: who tries again writes the same one. */
    @Override
    public void sync() throws IOException {
        if (waiting.position() > 0) {
            bucket.put("%s%08d".formatted(prefix, number), waiting.duplicate().flip());
            number++;
            waiting.clear();
        }
    }

    /** What was not brought to be safe is forgotten. */
    @Override
    public void close() {
        waiting.clear();
    }
}
