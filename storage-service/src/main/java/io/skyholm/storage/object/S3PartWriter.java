package io.skyholm.storage.object;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Writes a part as segments: one as soon as its buffer is full, and a smaller one when what has come has to be safe. It has a buffer
 * only while bytes wait in it.
 */
final class S3PartWriter implements PartWriter {

    private final S3Bucket bucket;
    private final String prefix;
    private final SegmentBuffers buffers;
    private @Nullable ByteBuffer waiting;
    private int number;

    S3PartWriter(S3Bucket bucket, String prefix, SegmentBuffers buffers) {
        this.bucket = bucket;
        this.prefix = prefix;
        this.buffers = buffers;
    }

    @Override
    public void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            ByteBuffer segment = waiting == null ? buffers.take() : waiting;
            waiting = segment;
            int next = Math.min(bytes.remaining(), segment.remaining());
            segment.put(bytes.slice(bytes.position(), next));
            bytes.position(bytes.position() + next);
            if (!segment.hasRemaining()) {
                sync();
            }
        }
    }

    /** The number counts once the segment is there: who tries again writes the same one. */
    @Override
    public void sync() throws IOException {
        ByteBuffer segment = waiting;
        if (segment != null) {
            bucket.put("%s%08d".formatted(prefix, number), segment.duplicate().flip());
            number++;
            close();
        }
    }

    /** What was not brought to be safe is forgotten. */
    @Override
    public void close() {
        ByteBuffer segment = waiting;
        waiting = null;
        if (segment != null) {
            buffers.giveBack(segment);
        }
    }
}
