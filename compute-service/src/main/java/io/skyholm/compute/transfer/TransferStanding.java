package io.skyholm.compute.transfer;

/** What an offer is to whoever would answer it. */
enum TransferStanding {
    /** It is theirs to answer. */
    OFFERED,
    /** It was theirs to answer, and has been answered, or has ended. */
    OVER,
    /** Their own tenant offers it. */
    OWN,
    /** There is nothing that they may know of. */
    HIDDEN
}
