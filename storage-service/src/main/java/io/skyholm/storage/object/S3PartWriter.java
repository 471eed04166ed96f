package io.skyholm.storage.object;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Writes a part as segments: one as soon as its buffer is full, and a smaller one when what has come has to be safe. The next is filled while those before
 * it are under way, as long as large buffers are free: a server takes a while for each, however short it is. It has a buffer only while bytes wait in it.
 */
final class S3PartWriter implements PartWriter {

    private final Target target;
    private final String prefix;
    private final SegmentBuffers buffers;
    private final Deque<Future<Boolean>> underWay = new ArrayDeque<>();
    private @Nullable ByteBuffer waiting;
    private @Nullable IOException failure;
    private int number;

    S3PartWriter(Target target, String prefix, SegmentBuffers buffers) {
        this.target = target;
        this.prefix = prefix;
        this.buffers = buffers;
    }

    @Override
    public synchronized void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            ByteBuffer segment = filling();
            int next = Math.min(bytes.remaining(), segment.remaining());
            segment.put(bytes.slice(bytes.position(), next));
            bytes.position(bytes.position() + next);
            if (!segment.hasRemaining()) {
                send(segment);
            }
        }
    }

    @Override
    public synchronized void sync() throws IOException {
        if (waiting != null) {
            send(waiting);
        }
        while (!underWay.isEmpty()) {
            await(underWay.removeFirst());
        }
        refuseAfterFailure();
    }

    /** What was not brought to be safe is forgotten. What is under way is waited for: who removes the part next has to find all of it. */
    @Override
    public synchronized void close() {
        if (waiting != null) {
            buffers.giveBack(waiting);
            waiting = null;
        }
        while (!underWay.isEmpty()) {
            await(underWay.removeFirst());
        }
        if (failure == null) {
            failure = new IOException("The part is closed");
        }
    }

    /** Where the large ones are taken, whoever has some under way waits for these: the small one is for who has none. */
    private ByteBuffer filling() throws IOException {
        ByteBuffer present = waiting;
        if (present == null) {
            awaitThoseThatHaveCome();
            Optional<ByteBuffer> large = buffers.large();
            while (large.isEmpty() && !underWay.isEmpty()) {
                await(underWay.removeFirst());
                large = buffers.large();
            }
            present = large.orElseGet(buffers::small);
            waiting = present;
        }
        refuseAfterFailure();
        return present;
    }

    /** Nothing follows on a segment that has failed, so that a server that is away is not asked in vain. */
    private void awaitThoseThatHaveCome() {
        while (!underWay.isEmpty() && underWay.getFirst().isDone()) {
            await(underWay.removeFirst());
        }
    }

    private void await(Future<Boolean> sent) {
        try {
            SegmentBuffers.await(sent);
        } catch (IOException failed) {
            failure = failure == null ? failed : failure;
        }
    }

    private void refuseAfterFailure() throws IOException {
        if (failure != null) {
            throw new IOException(failure.getMessage(), failure);
        }
    }

    private void send(ByteBuffer segment) throws IOException {
        refuseAfterFailure();
        waiting = null;
        String key = "%s%08d".formatted(prefix, number);
        number++;
        underWay.addLast(buffers.begin(() -> sent(key, segment)));
    }

    private boolean sent(String key, ByteBuffer segment) throws IOException {
        try {
            target.put(key, segment.duplicate().flip());
            return true;
        } finally {
            buffers.giveBack(segment);
        }
    }

    /** Where segments go. */
    @FunctionalInterface
    interface Target {
        void put(String key, ByteBuffer bytes) throws IOException;
    }
}
