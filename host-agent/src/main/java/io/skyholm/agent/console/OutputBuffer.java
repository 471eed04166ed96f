package io.skyholm.agent.console;

import java.nio.ByteBuffer;

/**
 * What a guest has written and nobody has fetched yet. It takes whatever comes at once and forgets the oldest: a guest whose port were full
 * would wait for whoever reads it, and a kernel that writes there waits with all that it does.
 */
final class OutputBuffer {

    private static final int MOST = 256 << 10;

    private final byte[] ring = new byte[MOST];
    private long written;
    private long fetched;
    private boolean ended;

    synchronized void write(ByteBuffer piece) {
        while (piece.hasRemaining()) {
            ring[(int) (written++ % MOST)] = piece.get();
        }
        fetched = Math.max(fetched, written - MOST);
        notifyAll();
    }

    /** Nothing follows. */
    synchronized void end() {
        ended = true;
        notifyAll();
    }

    /** Waits for more; so many bytes of it at most, and none once it has ended. */
    synchronized byte[] fetch(int most) throws InterruptedException {
        while (fetched == written && !ended) {
            wait();
        }
        byte[] piece = new byte[(int) Math.min(most, written - fetched)];
        for (int at = 0; at < piece.length; at++) {
            piece[at] = ring[(int) (fetched++ % MOST)];
        }
        return piece;
    }
}
