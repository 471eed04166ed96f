package io.skyholm.storage.object;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What segments are gathered in before they are sent to a bucket. A few writers have a large buffer, and whoever comes when those
 * are taken has a small one, so that nobody waits for a sender that stalls, and all of them together fit into memory.
 */
final class SegmentBuffers {

    private static final int LARGE = 4;
    private static final int LARGE_BYTES = 4 * 1024 * 1024;
    private static final int SMALL_BYTES = 512 * 1024;

    private final int largeBytes;
    private final int smallBytes;
    private final Deque<ByteBuffer> free = new ArrayDeque<>();
    private int unmade;

    /** So many large ones, made when they are needed. */
    SegmentBuffers(int large, int largeBytes, int smallBytes) {
        this.unmade = large;
        this.largeBytes = largeBytes;
        this.smallBytes = smallBytes;
    }

    /** As many as fit into the memory of the service beside all else. */
    static SegmentBuffers ofService() {
        return new SegmentBuffers(LARGE, LARGE_BYTES, SMALL_BYTES);
    }

    /** An empty one, to be given back. */
    synchronized ByteBuffer take() {
        if (!free.isEmpty()) {
            return free.removeFirst();
        }
        if (unmade > 0) {
            unmade--;
            return ByteBuffer.allocate(largeBytes);
        }
        return ByteBuffer.allocate(smallBytes);
    }

    synchronized void giveBack(ByteBuffer buffer) {
        if (buffer.capacity() == largeBytes) {
            free.addFirst(buffer.clear());
        }
    }
}
