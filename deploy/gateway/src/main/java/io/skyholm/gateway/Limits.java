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
}
