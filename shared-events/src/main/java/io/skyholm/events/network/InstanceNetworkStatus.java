package io.skyholm.events.network;

/** How far an instance's ports are. */
public enum InstanceNetworkStatus {
    /** They are being set up, or wait for addresses; the reason says what for. */
    WAITING,
    /** Every port has its addresses and is desired on the host. */
    READY,
    /** They can never be as asked; the reason says why. */
    FAILED,
    /** They are being given back. */
    RELEASING,
    /** Nothing of them is left. */
    RELEASED
}
