package io.skyholm.storage.object;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What segments are gathered in before they are sent to a bucket, and fetched into ahead of who reads. All share a few large buffers; a writer that comes
 * when those are taken has a small one, and a reader none, so that nobody waits for a sender that stalls, and all of them together fit into memory.
 */
final class SegmentBuffers {

    private static final int LARGE = 6;
    private static final int LARGE_BYTES = 4 * 1024 * 1024;
    private static final int SMALL_BYTES = 512 * 1024;

    private final int largeBytes;
    private final int smallBytes;
    private final int reserved;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Deque<ByteBuffer> free = new ArrayDeque<>();
    private int unmade;

    /** So many large ones, made when they are needed; a third of them is for writers alone. */
    SegmentBuffers(int large, int largeBytes, int smallBytes) {
        this.unmade = large;
        this.reserved = large / 3;
        this.largeBytes = largeBytes;
        this.smallBytes = smallBytes;
    }

    /** As many as fit into the memory of the service beside all else. */
    static SegmentBuffers ofService() {
        return new SegmentBuffers(LARGE, LARGE_BYTES, SMALL_BYTES);
    }

    /** An empty large one for who writes, to be given back; none if all are taken. */
    synchronized Optional<ByteBuffer> large() {
        if (!free.isEmpty()) {
            return Optional.of(free.removeFirst());
        }
        if (unmade > 0) {
            unmade--;
            return Optional.of(ByteBuffer.allocate(largeBytes));
        }
        return Optional.empty();
    }

    /** The same for who reads so many bytes. Readers leave some: a client that stalls keeps what was fetched for it. */
    synchronized Optional<ByteBuffer> spare(long bytes) {
        return bytes <= largeBytes && free.size() + unmade > reserved ? large() : Optional.empty();
    }

    /** An empty small one, to be given back. */
    ByteBuffer small() {
        return ByteBuffer.allocate(smallBytes);
    }

    /** Work with a buffer, on a thread of its own: there are no more of these than buffers. */
    <T> Future<T> begin(Callable<T> work) {
        return threads.submit(work);
    }

    /** What became of it; this blocks, as all that is done with a bucket. */
    static <T> T await(Future<T> begun) throws IOException {
        try {
            return begun.get();
        } catch (ExecutionException failed) {
            throw new IOException(failed.getMessage(), failed);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The service ends");
        }
    }

    synchronized void giveBack(ByteBuffer buffer) {
        if (buffer.capacity() == largeBytes) {
            free.addFirst(buffer.clear());
        }
    }
}
