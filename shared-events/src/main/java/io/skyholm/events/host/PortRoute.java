package io.skyholm.events.host;

/**
 * A route that guests are told.
 *
 * @param destination as a CIDR block
 * @param nextHop the router's address
 */
public record PortRoute(String destination, String nextHop) {}
