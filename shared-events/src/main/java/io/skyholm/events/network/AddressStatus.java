package io.skyholm.events.network;

/** Who may have an address. */
public enum AddressStatus {
    /** Nobody has it, and anybody may. */
    AVAILABLE,
    /** A port has it. */
    ALLOCATED,
    /** It is kept: by a tenant for their ports, or from everybody. */
    RESERVED,
    /** It was given back, and cools down: whoever still knows it by its last holder shall not meet another. */
    FROZEN
}
