package io.skyholm.events.host;

import org.jspecify.annotations.Nullable;

/**
 * Traffic that a port lets through, with all that answers it; what no rule lets through is dropped.
 *
 * @param inbound whether it is about what comes in, rather than what goes out
 * @param protocol {@code tcp}, {@code udp}, {@code icmp}, {@code icmpv6} or {@code any}
 * @param firstPort and {@code lastPort}: absent for all ports
 * @param peer the block of addresses at the other end
 */
public record PortRule(
        boolean inbound,
        String protocol,
        @Nullable Integer firstPort,
        @Nullable Integer lastPort,
        String peer) {}
