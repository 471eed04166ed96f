package io.skyholm.storage.object;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Reads segments one behind the other. While one is read, the next is fetched into a buffer, if one can be spared: a server takes a while until it begins
 * with it. Otherwise it is read as it comes.
 */
final class S3Reader implements ObjectReader {

    private final Source source;
    private final SegmentBuffers buffers;
    private final Iterator<S3Segment> segments;
    private @Nullable InputStream open;
    private @Nullable Stretch next;
    private @Nullable Future<Fetched> ahead;
    private long skip;
    private long unasked;
    private long rest;
    private long left;

    /** Since it is closed, or since it failed: what follows on bytes that are lost is not what follows. */
    private boolean over;

    S3Reader(Source source, SegmentBuffers buffers, List<S3Segment> segments, long from, long length) {
        this.source = source;
        this.buffers = buffers;
        this.segments = segments.iterator();
        this.skip = from;
        this.unasked = length;
        this.left = length;
    }

    /** Whoever cancels a download may close this meanwhile; a buffer goes to nobody else while it is read from. */
    @Override
    public synchronized byte[] next(int most) throws IOException {
        if (over) {
            throw new IOException("The object is read no more");
        }
        over = true;
        byte[] bytes = new byte[(int) Math.min(most, left)];
        fill(bytes);
        left -= bytes.length;
        over = false;
        return bytes;
    }

    private void fill(byte[] bytes) throws IOException {
        int filled = 0;
        while (filled < bytes.length) {
            InputStream present = stream();
            int read = present.read(bytes, filled, (int) Math.min(bytes.length - filled, rest));
            if (read < 0) {
                throw new EOFException("A segment ends %d bytes early".formatted(rest));
            }
            filled += read;
            rest -= read;
            if (rest == 0) {
                shut();
            }
        }
    }

    private InputStream stream() throws IOException {
        InputStream present = open;
        if (present == null) {
            present = following();
            open = present;
            fetchAhead();
        }
        return present;
    }

    private InputStream following() throws IOException {
        Stretch present = next == null ? ask() : next;
        Future<Fetched> fetched = ahead;
        next = null;
        ahead = null;
        if (present == null) {
            throw new EOFException("The object ends %d bytes early".formatted(unasked));
        }
        rest = present.length();
        return fetched == null ? source.get(present.key(), present.from(), rest) : SegmentBuffers.await(fetched);
    }

    private void fetchAhead() {
        Stretch following = ask();
        next = following;
        if (following != null) {
            ahead = buffers.spare(following.length())
                    .map(buffer -> buffers.begin(() -> fetched(following, buffer)))
                    .orElse(null);
        }
    }

    /** The next stretch that is wanted; none where the object ends before. */
    private @Nullable Stretch ask() {
        while (unasked > 0 && segments.hasNext()) {
            S3Segment segment = segments.next();
            if (skip < segment.sizeBytes()) {
                Stretch wanted = new Stretch(segment.key(), skip, Math.min(segment.sizeBytes() - skip, unasked));
                skip = 0;
                unasked -= wanted.length();
                return wanted;
            }
            skip -= segment.sizeBytes();
        }
        return null;
    }

    private Fetched fetched(Stretch stretch, ByteBuffer buffer) throws IOException {
        Fetched fetched = null;
        try {
            int length;
            try (InputStream bytes = source.get(stretch.key(), stretch.from(), stretch.length())) {
                length = bytes.readNBytes(buffer.array(), buffer.arrayOffset(), (int) stretch.length());
            }
            fetched = new Fetched(buffers, buffer, length);
            return fetched;
        } finally {
            if (fetched == null) {
                buffers.giveBack(buffer);
            }
        }
    }

    private void shut() throws IOException {
        InputStream present = open;
        open = null;
        if (present != null) {
            present.close();
        }
    }

    /** What is on its way is not waited for, and gives its buffer back by itself. */
    @Override
    public synchronized void close() throws IOException {
        over = true;
        Future<Fetched> fetched = ahead;
        ahead = null;
        if (fetched != null) {
            var unused = buffers.begin(() -> abandoned(fetched));
        }
        shut();
    }

    private static boolean abandoned(Future<Fetched> fetched) throws IOException {
        SegmentBuffers.await(fetched).close();
        return true;
    }

    /** Where segments come from. */
    @FunctionalInterface
    interface Source {
        InputStream get(String key, long from, long length) throws IOException;
    }

    /** What is wanted of a segment. */
    private record Stretch(String key, long from, long length) {}

    /** What has been fetched of a segment; closed once, by whoever took it. */
    private static final class Fetched extends ByteArrayInputStream {

        private final SegmentBuffers buffers;
        private final ByteBuffer buffer;

        Fetched(SegmentBuffers buffers, ByteBuffer buffer, int length) {
            super(buffer.array(), buffer.arrayOffset(), length);
            this.buffers = buffers;
            this.buffer = buffer;
        }

        @Override
        public void close() {
            buffers.giveBack(buffer);
        }
    }
}
