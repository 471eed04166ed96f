package io.skyholm.gateway;

import java.time.Duration;

/**
 * How much one client, and all of them together, may ask of the gateway.
 *
 * @param bodyBytes the largest request body
 * @param ratePerSecond steady requests per second of one caller, 0 for no limit
 * @param connections open connections of all clients
 * @param connectionsPerAddress open connections from one address
 * @param answer from the first byte of a request to the head of its answer
 * @param idle how long a connection may lie still, or stay without a request
 */
public record Limits(
        long bodyBytes, int ratePerSecond, int connections, int connectionsPerAddress, Duration answer, Duration idle) {

    static final Limits USUAL = new Limits(1 << 20, 500, 4000, 1000, Duration.ofSeconds(30), Duration.ofSeconds(60));
}
