package io.skyholm.storage.transfer;

/** What an offer is to whoever would answer it. */
enum TransferStanding {
    /** It is theirs to answer. */
    OFFERED,
    /** It was theirs to answer, and has ended. */
    OVER,
    /** Their own tenant offers it. */
    OWN,
    /** They named a key, and it is not this one's. */
    WRONG_KEY,
    /** There is nothing that they may know of. */
    HIDDEN
}
