package io.skyholm.events.network;

/** What an address is held for. */
public enum AddressKind {
    /** It came with a port, and goes with it. */
    PORT,
    /** A tenant holds it and moves it between instances. */
    FLOATING,
    /** It, or the range that it begins, is kept from being given. */
    RESERVATION
}
