package io.skyholm.storage.object;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads segments one behind the other, with one of them open at a time. */
final class S3Reader implements ObjectReader {

    private final S3Bucket bucket;
    private final Iterator<S3Segment> segments;
    private @Nullable InputStream open;
    private long skip;
    private long left;

    S3Reader(S3Bucket bucket, List<S3Segment> segments, long from, long length) {
        this.bucket = bucket;
        this.segments = segments.iterator();
        this.skip = from;
        this.left = length;
    }

    @Override
    public byte[] next(int most) throws IOException {
        byte[] bytes = new byte[(int) Math.min(most, left)];
        int filled = 0;
        while (filled < bytes.length) {
            int read = stream().read(bytes, filled, bytes.length - filled);
            if (read < 0) {
                close();
            } else {
                filled += read;
            }
        }
        left -= bytes.length;
        return bytes;
    }

    private InputStream stream() throws IOException {
        InputStream present = open;
        while (present == null) {
            if (!segments.hasNext()) {
                throw new EOFException("The object ends %d bytes early".formatted(left));
            }
            S3Segment segment = segments.next();
            if (skip < segment.sizeBytes()) {
                present = bucket.get(segment.key(), skip, segment.sizeBytes() - skip);
                skip = 0;
            } else {
                skip -= segment.sizeBytes();
            }
        }
        open = present;
        return present;
    }

    @Override
    public void close() throws IOException {
        if (open != null) {
            open.close();
            open = null;
        }
    }
}
