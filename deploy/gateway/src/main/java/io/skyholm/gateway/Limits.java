package io.skyholm.gateway;

import java.time.Duration;

/**
 * How much all clients together, and the connections of one address, may take. What one request may ask is in
 * limits.table.
 *
 * @param connections open connections of all clients
 * @param connectionsPerAddress open connections from one address on which no valid token has come
 * @param calls open calls of all clients
 * @param heldBytes memory for bodies that are not complete or not yet handed on
 * @param heldBytesPerCaller how much of it one tenant, or one address without a token, may have
 * @param firstRequest how long a new connection may take to its first request
 * @param idle how long a connection may lie still, or stay without a request
 * @param drain how long calls in progress may take when the gateway stops
 */
public record Limits(
        int connections,
        int connectionsPerAddress,
        int calls,
        long heldBytes,
        long heldBytesPerCaller,
        Duration firstRequest,
        Duration idle,
        Duration drain) {

    static final Limits USUAL = new Limits(
            8000,
            250,
            20_000,
            16 << 20,
            4 << 20,
            Duration.ofSeconds(10),
            Duration.ofSeconds(60),
            Duration.ofSeconds(8));

    /** How much of the heap what clients send may take; the rest is for answers under way and for the gateway itself. */
    private static final double SHARE_OF_HEAP = 0.75;

    /** The same with as many connections as a heap has room for, if each sends the longest head that it can and does not end it. */
    Limits within(long heapBytes) {
        return new Limits(
                Math.clamp(room(heapBytes) / PublicListener.UNFINISHED_BYTES, 1, connections),
                connectionsPerAddress,
                calls,
                heldBytes,
                heldBytesPerCaller,
                firstRequest,
                idle,
                drain);
    }

    /** Refuses more connections than that: heads that never end would use up the memory before any limit held. */
    Limits requireRoom(long heapBytes) {
        int most = (int) (room(heapBytes) / PublicListener.UNFINISHED_BYTES);
        if (connections > most) {
            throw new IllegalArgumentException("SKYHOLM_CONNECTIONS is " + connections
                    + ", but beside SKYHOLM_HELD_BYTES" + " the heap has room for the heads of " + Math.max(0, most)
                    + "; lower one of them or raise -Xmx");
        }
        return this;
    }

    private long room(long heapBytes) {
        return (long) (heapBytes * SHARE_OF_HEAP) - heldBytes;
    }
}
