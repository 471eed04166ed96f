package io.skyholm.events.network;

/** The protocols that rules speak of. */
public enum RuleProtocol {
    TCP,
    UDP,
    ICMP,
    ICMPV6,
    ANY
}
